package dev.landwaiter.cli.agreement;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether two outputs of a command say the same, apart from what the recording calls volatile:
/// times, benchmark figures, and parts whose order is left to chance.
final class SameText {
  private static final Pattern DURATION = Pattern.compile("\\b\\d+(\\.\\d+)?(ns|µs|us|ms|s|m)\\b");
  private static final Pattern PLACEHOLDER = Pattern.compile("<(time|duration|n)>|DURATION");
  private static final Pattern TIMED =
      Pattern.compile("(?i)duration|timer|_ns$|^elapsed|bench|histogram|counter");
  private static final Pattern STANDS_FOR = Pattern.compile("<(id|time|value)>");
  private static final Pattern NUMBERS = Pattern.compile("[\\d.]+");

  private final String volatileParts;

  /// @param volatileParts the recording's own list, joined by blanks
  SameText(String volatileParts) {
    this.volatileParts = volatileParts;
  }

  boolean same(String wanted, String got) {
    String left = wanted;
    String right = got;
    if (wanted.contains("<usage>")) {
      left = wanted.substring(0, wanted.indexOf("<usage>")).strip();
      int usage = got.indexOf("Usage:");
      right = (usage < 0 ? got : got.substring(0, usage)).strip();
    }
    if (fits(left, right)) {
      return true;
    }
    left = masked(left);
    right = masked(right);
    if (left.equals(right) || fits(left, right)) {
      return true;
    }
    Optional<Value> wantedJson = json(left);
    Optional<Value> gotJson = json(right);
    if (wantedJson.isPresent() && gotJson.isPresent()) {
      return same(wantedJson.get(), gotJson.get());
    }
    if (volatileParts.contains("order") && lines(left).equals(lines(right))) {
      return true;
    }
    return (volatileParts.contains("tables") || volatileParts.contains("bench"))
        && figures(left).equals(figures(right));
  }

  /// Whether the one is the other where it has no placeholder.
  private static boolean fits(String wanted, String got) {
    if (!STANDS_FOR.matcher(wanted).find()) {
      return false;
    }
    var pattern = new StringBuilder();
    int at = 0;
    Matcher placeholders = STANDS_FOR.matcher(wanted);
    while (placeholders.find()) {
      pattern.append(Pattern.quote(wanted.substring(at, placeholders.start()))).append("[^\n]*?");
      at = placeholders.end();
    }
    pattern.append(Pattern.quote(wanted.substring(at)));
    return Pattern.matches(pattern.toString(), got);
  }

  private boolean same(Value wanted, Value got) {
    if (exactly(wanted, got)) {
      return true;
    }
    if (volatileParts.isEmpty()) {
      return false;
    }
    Value left = untimed(wanted);
    Value right = untimed(got);
    if (left.equals(right)) {
      return true;
    }
    boolean shape =
        List.of("timers", "histograms", "bench", "<n>", "shape").stream()
            .anyMatch(volatileParts::contains);
    if (shape) {
      return shape(left).equals(shape(right));
    }
    return volatileParts.contains("order") && unordered(left).equals(unordered(right));
  }

  /// Equal values whose numbers are written alike.
  private static boolean exactly(Value wanted, Value got) {
    return wanted.equals(got);
  }

  private String masked(String given) {
    String text =
        volatileParts.contains("timers") || volatileParts.contains("histograms")
            ? given.replace("\"<ns>\"", "1").replace("\"<n>\"", "1")
            : given;
    if (!volatileParts.contains("duration") && !volatileParts.contains("time")) {
      return text;
    }
    String numbers = text.replace("\"<ns>\"", "1").replace("\"<n>\"", "1");
    String known = PLACEHOLDER.matcher(numbers).replaceAll("1s");
    return DURATION.matcher(known).replaceAll("T");
  }

  private static Optional<Value> json(String text) {
    try {
      return Optional.of(Json.parse("", text));
    } catch (FormatException e) {
      return Optional.empty();
    }
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("\n", -1)).distinct().sorted().toList();
  }

  private static String figures(String text) {
    String plain =
        DURATION
            .matcher(
                text.replaceAll("─+", "──")
                    .replaceAll("-{2,}", "--")
                    .replaceAll("<(n|duration)>(ns|µs|ms)?", "N"))
            .replaceAll("N");
    return NUMBERS.matcher(plain).replaceAll("N").replaceAll("\\s+", " ");
  }

  private static Value untimed(Value value) {
    return untimed(value, "");
  }

  private static Value untimed(Value value, String key) {
    if (value instanceof ObjectValue object) {
      var draft = new ObjectValue.Draft();
      object.members().forEach((name, one) -> draft.put(name, untimed(one, name.asText())));
      return draft.finish();
    }
    if (value instanceof ArrayValue array) {
      return new ArrayValue(array.elements().stream().map(one -> untimed(one, key)).toList());
    }
    return TIMED.matcher(key).find() ? Value.of("T") : value;
  }

  private static Value shape(Value value) {
    if (value instanceof ObjectValue object) {
      var draft = new ObjectValue.Draft();
      object.members().forEach((name, one) -> draft.put(name, shape(one)));
      return draft.finish();
    }
    if (value instanceof ArrayValue array) {
      return array.size() == 0 ? array : ArrayValue.of(shape(array.at(0)));
    }
    return Value.of(value instanceof NumberValue ? "number" : value.getClass().getSimpleName());
  }

  private static Value unordered(Value value) {
    if (value instanceof ObjectValue object) {
      var draft = new ObjectValue.Draft();
      object.members().forEach((name, one) -> draft.put(name, unordered(one)));
      return draft.finish();
    }
    if (value instanceof ArrayValue array) {
      return new ArrayValue(array.elements().stream().map(SameText::unordered).sorted().toList());
    }
    return value;
  }
}
