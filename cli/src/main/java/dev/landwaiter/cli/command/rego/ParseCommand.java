package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.parse.ModuleJson;
import dev.landwaiter.rego.parse.NodeTree;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.syntax.Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Shows how a module was understood.
public final class ParseCommand extends RegoCommand {
  private static final Flag FORMAT =
      Flag.text("format", "how the module is shown")
          .shorthand("f")
          .standard("pretty")
          .allowed("pretty", "json");
  private static final Flag INCLUDE =
      Flag.texts(
          "json-include", "what JSON holds besides: locations, or -comments for no comments");

  /// @param prefix of its name, such as `rego `
  public ParseCommand(String prefix) {
    super(prefix, "parse", "Show how a policy was understood", "[flags] PATH");
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup(
            "Parse Flags", FORMAT, INCLUDE, RegoFlags.V0, RegoFlags.V1, GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    var output = new Output(invocation);
    if (invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("specify at least one file to parse");
    }
    String name = invocation.arguments().getFirst();
    Path path = invocation.world().folder().resolve(name);
    if (!Files.exists(path)) {
      output.errorsAsJson(
          List.of(RegoError.of("", "open " + name + ": no such file or directory")));
      return 1;
    }
    try {
      Module module =
          Parser.parseModule(
              new Source(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8)),
              ParserSettings.of(Language.version(invocation)).annotations(true));
      show(invocation, output, module);
      return 0;
    } catch (RegoException e) {
      output.errorsAsJson(e.errors());
      return 1;
    }
  }

  private static void show(Invocation invocation, Output output, Module module)
      throws UsageException, IOException {
    List<String> include = invocation.values().texts(INCLUDE);
    boolean locations = include.contains("locations");
    boolean comments = !include.contains("-comments");
    if (invocation.values().text(FORMAT).equals("json")) {
      output.json(new ModuleJson(locations, comments).of(module));
    } else {
      output.out(NodeTree.of(module));
    }
  }
}
