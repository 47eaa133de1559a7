package dev.landwaiter.policy.gatekeeper.bench;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;

/// Results as YAML, members in their order.
public final class BenchYaml {
  private final StringBuilder out = new StringBuilder();

  private BenchYaml() {}

  /// The text of results as [BenchValues] makes them.
  public static String of(Value results) {
    var yaml = new BenchYaml();
    for (Value result : results.elements()) {
      yaml.members(result, "  ", "- ");
    }
    return yaml.out.toString();
  }

  /// @param indent of all members but the first, which the lead stands before
  private void members(Value object, String indent, String lead) {
    String before = lead;
    for (var member : object.members().entrySet()) {
      out.append(before).append(member.getKey().asText()).append(':');
      before = indent;
      switch (member.getValue()) {
        case ObjectValue nested -> {
          out.append('\n');
          members(nested, indent + "  ", indent + "  ");
        }
        case ArrayValue list -> {
          out.append('\n');
          list.elements()
              .forEach(each -> out.append(indent).append("- ").append(text(each)).append('\n'));
        }
        default -> out.append(' ').append(text(member.getValue())).append('\n');
      }
    }
  }

  /// Texts of letters and digits stand as they are, others in quotes as in JSON, which YAML reads.
  private static String text(Value value) {
    if (value instanceof StringValue string
        && string.text().chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.')) {
      return string.text();
    }
    return JsonWriter.toText(value, JsonStyle.COMPACT.withoutHtmlEscapes());
  }
}
