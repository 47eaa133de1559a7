package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.Loaded;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.type.Capabilities;
import java.util.List;
import java.util.Set;

/// Reads policies, compiles them and tells what is wrong with them.
public final class CheckCommand extends RegoCommand {
  private static final Flag FORMAT =
      Flag.text("format", "how errors are shown")
          .shorthand("f")
          .standard("pretty")
          .allowed("pretty", "json");

  /// @param prefix of its name, such as `rego `
  public CheckCommand(String prefix) {
    super(prefix, "check", "Read policies and tell what is wrong with them", "[flags] PATH...");
  }

  @Override
  public List<Example> examples() {
    return List.of(new Example("check all policies of a folder", name() + " policies"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup(
            "Check Flags",
            RegoFlags.AS_BUNDLES,
            RegoFlags.IGNORE,
            FORMAT,
            RegoFlags.MAX_ERRORS,
            RegoFlags.SCHEMA,
            RegoFlags.CAPABILITIES,
            RegoFlags.STRICT,
            RegoFlags.V0,
            RegoFlags.V1,
            RegoFlags.V0_V1,
            GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation invocation) throws UsageException {
    if (invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("specify at least one file");
    }
    try {
      check(invocation);
      return 0;
    } catch (LoadException e) {
      return tell(invocation, e.errors(), String.valueOf(e.getMessage()));
    } catch (RegoException e) {
      return tell(invocation, e.errors(), String.valueOf(e.getMessage()));
    }
  }

  private static void check(Invocation invocation)
      throws UsageException, LoadException, RegoException {
    var values = invocation.values();
    Capabilities capabilities = Language.capabilities(invocation);
    RegoVersion version = Language.version(invocation);
    boolean bundles = values.flag(RegoFlags.AS_BUNDLES);
    ParserSettings parser = ParserSettings.of(version).capabilities(capabilities).annotations(true);
    Loaded loaded =
        bundles
            ? PolicyFiles.bundles(invocation, invocation.arguments(), parser)
            : PolicyFiles.modules(invocation, invocation.arguments(), parser);
    ObjectValue data = loaded.data();
    Compiler.compile(
        List.copyOf(loaded.modules().values()),
        new CompilerSettings(
            capabilities,
            values.flag(RegoFlags.STRICT),
            true,
            values.number(RegoFlags.MAX_ERRORS),
            false,
            Set.of(),
            path -> bundles && stands(data, path),
            !invocation.dialect().cobra(),
            SchemaFiles.read(invocation),
            true));
  }

  /// Whether a document stands at a path.
  static boolean stands(ObjectValue data, List<String> path) {
    Value at = data;
    for (String part : path) {
      at = at.get(part).orElse(NullValue.NULL);
      if (at instanceof NullValue) {
        return false;
      }
    }
    return true;
  }

  private static int tell(Invocation invocation, List<RegoError> errors, String text)
      throws UsageException {
    var output = new Output(invocation);
    if (invocation.values().text(FORMAT).equals("json")) {
      output.errorsAsJson(errors);
    } else {
      output.err(text);
    }
    return 1;
  }
}
