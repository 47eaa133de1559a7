package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.LabelType;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Pair;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Predicate;

/// Judges the values of the labels of the schema.
final class LabelValues {
  private LabelValues() {}

  /// Reports each label of such a type whose value is wrong.
  static Judge judge(
      Surroundings around, Predicate<LabelType> types, Predicate<String> wrong, String problem) {
    Map<String, LabelType> labels = new HashMap<>(around.settings().labels());
    labels.values().removeIf(types.negate());
    if (labels.isEmpty()) {
      return (instruction, sink) -> {};
    }
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Label label) {
        var seen = new HashSet<String>();
        for (Pair each : label.pairs()) {
          String key = each.key().unquoted();
          if (labels.containsKey(key)
              && wrong.test(around.classic() ? each.value().text() : plain(each.value().text()))
              && seen.add(key)) {
            sink.report(label, each.value().span(), "Label " + key + " " + problem);
          }
        }
      }
    };
  }

  /// A value without its quotes and escapes; the classic reading has taken them away already.
  static String plain(String text) {
    if (text.indexOf('"') < 0 && text.indexOf('\'') < 0 && text.indexOf('\\') < 0) {
      return text;
    }
    var plain = new StringBuilder();
    char quote = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && quote != '\'' && at + 1 < text.length()) {
        at++;
        char next = text.charAt(at);
        if (quote == '"' && next != '"' && next != '\\' && next != '$') {
          plain.append(c);
        }
        plain.append(next);
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
