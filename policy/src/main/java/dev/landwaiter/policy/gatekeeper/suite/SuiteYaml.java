package dev.landwaiter.policy.gatekeeper.suite;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Positions;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads the first document of a YAML file with `yes`, `no`, `on`, `off`, `y` and `n` as texts,
/// which suites rely on.
final class SuiteYaml {
  private static final Set<String> WORDS = Set.of("yes", "no", "on", "off", "y", "n");

  private final List<String> lines;

  private SuiteYaml(String text) {
    this.lines = text.lines().toList();
  }

  static Value read(String where, byte[] bytes) throws FormatException {
    List<Located> documents = Yaml.parseAll(where, bytes);
    if (documents.isEmpty()) {
      return NullValue.NULL;
    }
    Located first = documents.getFirst();
    return new SuiteYaml(InputText.read(where, bytes)).texts(first.root(), first.positions());
  }

  private Value texts(Value value, Positions at) {
    return switch (value) {
      case BooleanValue flag -> {
        String word = written(at.span());
        word = word.startsWith("&") ? word.substring(word.lastIndexOf(' ') + 1) : word;
        yield WORDS.contains(word.toLowerCase(Locale.ROOT)) ? Value.of(word) : flag;
      }
      case ArrayValue array -> {
        List<Value> elements = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
          Value element = array.at(i);
          elements.add(at.element(i).map(place -> texts(element, place)).orElse(element));
        }
        yield new ArrayValue(elements);
      }
      case ObjectValue object -> {
        Value[] values = new Value[object.size()];
        for (int i = 0; i < values.length; i++) {
          Value member = object.valueAt(i);
          values[i] =
              at.member(object.keyAt(i).asText()).map(place -> texts(member, place)).orElse(member);
        }
        yield object.withValues(values);
      }
      default -> value;
    };
  }

  /// What stands at a place, where it is on one line.
  private String written(Span span) {
    int line = span.start().line() - 1;
    if (line >= lines.size() || span.end().line() != span.start().line()) {
      return "";
    }
    String text = lines.get(line);
    int points = text.codePointCount(0, text.length());
    int from = Math.min(span.start().column() - 1, points);
    int to = Math.clamp(span.end().column() - 1, from, points);
    return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }
}
