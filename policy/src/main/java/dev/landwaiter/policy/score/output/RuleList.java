package dev.landwaiter.policy.score.output;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.policy.score.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The list of rules in the forms of kubesec's `print-rules` (kubernetes.md 5.6).
public final class RuleList {
  private final List<Rule> rules;

  public RuleList(List<Rule> rules) {
    this.rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
  }

  /// JSON, without a line break at its end.
  public String json() {
    var bytes = new ByteArrayOutputStream();
    var json = new JsonWriter(bytes, JsonStyle.INDENTED);
    try {
      json.values(rules, RuleList::write);
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory takes every byte", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void write(JsonWriter json, Rule rule) throws IOException {
    json.beginObject().name("id").value(rule.id()).name("selector").value(rule.selector());
    json.name("reason").value(rule.reason());
    json.name("kinds").values(rule.kinds(), JsonWriter::value);
    json.name("points").value(rule.points()).name("advise").value(rule.advise()).endObject();
  }

  /// YAML.
  public String yaml() {
    var text = new StringBuilder();
    for (Rule rule : rules) {
      text.append("- id: ").append(rule.id()).append('\n');
      text.append("  selector: ").append(quoted(rule.selector())).append('\n');
      text.append("  reason: ").append(quoted(rule.reason())).append('\n');
      text.append("  kinds:\n");
      rule.kinds().forEach(kind -> text.append("    - ").append(kind).append('\n'));
      text.append("  points: ").append(rule.points()).append('\n');
      text.append("  advise: ").append(rule.advise()).append('\n');
    }
    return text.toString();
  }

  /// A text that YAML takes for one, whatever stands in it.
  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /// Columns as wide as their widest cell, each but the last ended by a bar.
  public String table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("ID", "Reason", "Points", "Kinds"));
    for (Rule rule : rules) {
      rows.add(
          List.of(
              rule.id(),
              rule.reason(),
              Integer.toString(rule.points()),
              String.join(",", rule.kinds())));
    }
    var text = new StringBuilder();
    for (List<String> row : rows) {
      boolean header = row.getFirst().equals("ID");
      for (int i = 0; i < 3; i++) {
        int column = i;
        int width = rows.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
        text.append(row.get(i)).repeat(" ", width - row.get(i).length()).append(" |");
      }
      int kinds =
          rules.stream().mapToInt(r -> String.join(",", r.kinds()).length()).max().orElse(0);
      text.append(row.getLast());
      if (!header) {
        text.repeat(" ", kinds - row.getLast().length()).append(" |");
      }
      text.append('\n');
    }
    return text.toString();
  }
}
