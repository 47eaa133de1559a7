package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.format.GeneratedFormat;
import dev.landwaiter.rego.parse.ModuleJson;
import dev.landwaiter.rego.parse.TermJson;
import dev.landwaiter.rego.present.BoxTable;
import dev.landwaiter.rego.search.PartialAnswer;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Module;
import java.util.ArrayList;
import java.util.List;

/// What partial evaluation left, as text or JSON.
final class PartialOutput {
  private PartialOutput() {}

  /// `{"queries": [...], "modules": [...]}`; what is empty is left out.
  static ObjectValue json(PartialAnswer answer) {
    var terms = new TermJson(false);
    var modules = new ModuleJson(false, false);
    var draft = new ObjectValue.Draft();
    if (!answer.queries().isEmpty()) {
      draft.put(
          Value.of("queries"), new ArrayValue(answer.queries().stream().map(terms::of).toList()));
    }
    if (!answer.support().isEmpty()) {
      draft.put(
          Value.of("modules"),
          new ArrayValue(answer.support().stream().<Value>map(modules::of).toList()));
    }
    return draft.finish();
  }

  /// Queries and modules as source, each below a comment.
  static String source(PartialAnswer answer) throws RegoException {
    var text = new StringBuilder();
    int number = 0;
    for (Body query : answer.queries()) {
      text.append("# Query ").append(++number).append('\n');
      text.append(GeneratedFormat.of(query)).append(query.expressions().isEmpty() ? "\n" : "\n\n");
    }
    number = 0;
    for (Module module : answer.support()) {
      text.append("# Module ").append(++number).append('\n');
      text.append(GeneratedFormat.of(module));
    }
    return text.toString();
  }

  /// A table with a row for each query and each module.
  static String table(PartialAnswer answer) throws RegoException {
    List<List<String>> rows = new ArrayList<>();
    int number = 0;
    for (Body query : answer.queries()) {
      row(rows, "Query " + ++number, GeneratedFormat.of(query));
    }
    number = 0;
    for (Module module : answer.support()) {
      row(rows, "Support " + ++number, GeneratedFormat.of(module).stripTrailing());
    }
    return BoxTable.ofBlocks(rows);
  }

  private static void row(List<List<String>> rows, String title, String text) {
    rows.add(List.of(title, text));
  }
}
