package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.depend.Dependence;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.Loaded;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.parse.TermJson;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.present.BoxTable;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.type.Capabilities;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Tells which documents a query depends on.
public final class DepsCommand extends RegoCommand {
  private static final Flag FORMAT =
      Flag.text("format", "how the documents are shown")
          .shorthand("f")
          .standard("pretty")
          .allowed("pretty", "json");

  /// @param prefix of its name, such as `rego `
  public DepsCommand(String prefix) {
    super(prefix, "deps", "Tell which documents a query depends on", "[flags] QUERY");
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup(
            "Dependency Flags",
            RegoFlags.DATA,
            RegoFlags.BUNDLE,
            RegoFlags.IGNORE,
            FORMAT,
            RegoFlags.V0,
            RegoFlags.V1,
            GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    var output = new Output(invocation);
    if (invocation.arguments().size() != 1) {
      throw UsageException.withUsage("specify exactly one query argument");
    }
    try {
      Dependence found = find(invocation);
      if (invocation.values().text(FORMAT).equals("json")) {
        output.json(json(found));
      } else {
        output.out(table(found));
      }
      return 0;
    } catch (LoadException e) {
      output.err(String.valueOf(e.getMessage()));
      return 1;
    } catch (RegoException e) {
      output.err(String.valueOf(e.getMessage()));
      return 1;
    }
  }

  private static Dependence find(Invocation invocation)
      throws UsageException, LoadException, RegoException, IOException {
    Capabilities capabilities =
        Capabilities.current(Language.version(invocation), Language.declarations());
    ParserSettings parser =
        ParserSettings.of(Language.version(invocation)).capabilities(capabilities);
    QueryText query = QueryText.read(invocation, parser);
    var values = invocation.values();
    Loaded loaded =
        PolicyFiles.joined(
            PolicyFiles.files(invocation, values.repeated(RegoFlags.DATA), parser),
            PolicyFiles.bundles(invocation, values.repeated(RegoFlags.BUNDLE), parser));
    CompiledPolicy policy =
        Compiler.compile(List.copyOf(loaded.modules().values()), CompilerSettings.of(capabilities));
    return Dependence.of(policy, query.compile(policy, false).body());
  }

  private static ObjectValue json(Dependence found) {
    var draft = new ObjectValue.Draft();
    put(draft, "base", found.base());
    put(draft, "virtual", found.virtual());
    return draft.finish();
  }

  private static void put(ObjectValue.Draft draft, String name, List<Ref> refs) {
    var nodes = new TermJson(false);
    if (!refs.isEmpty()) {
      List<Value> all = new ArrayList<>();
      for (Ref ref : refs) {
        List<Value> parts = new ArrayList<>();
        for (Term part : ref.parts()) {
          parts.add(nodes.of(part));
        }
        all.add(new ArrayValue(parts));
      }
      draft.put(Value.of(name), new ArrayValue(all));
    }
  }

  private static String table(Dependence found) {
    List<String> headers = new ArrayList<>();
    List<List<Ref>> columns = new ArrayList<>();
    if (!found.base().isEmpty()) {
      headers.add("BASE DOCUMENTS");
      columns.add(found.base());
    }
    if (!found.virtual().isEmpty()) {
      headers.add("VIRTUAL DOCUMENTS");
      columns.add(found.virtual());
    }
    if (headers.isEmpty()) {
      return "";
    }
    var table = new BoxTable(headers);
    int height = columns.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < height; i++) {
      int row = i;
      table.row(
          columns.stream()
              .map(column -> row < column.size() ? TermText.of(column.get(row)) : "")
              .toList());
    }
    return table.toString();
  }
}
