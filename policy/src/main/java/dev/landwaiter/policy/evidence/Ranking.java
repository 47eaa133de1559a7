package dev.landwaiter.policy.evidence;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.ground.Look;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Chooses among the places a rule looked at the one its result is about.
///
/// Every look is worth points; the most win, of equals the one met first:
///
/// - 1,000 when the expression tests something, 400 when it only names what others test, none when
///   it only makes the text of the result;
/// - 20 for each key of the path that was asked for, whether it is there or not: what was asked for
///   in depth was meant;
/// - 15 when the expression missed nothing;
/// - up to 90 for being late in the body: first comes what a rule is about, last what it minds;
/// - 60 when the words of the last key stand in the result's text (`runAsNonRoot` in `must set run
///   as non root`), 40 when the value found does; but not for a `name`, which only says of what is
///   spoken;
/// - less 25 for each computation between the place and what was tested;
/// - less 150 when the expression only says that no exemption holds, 200 when it looks at the
///   `kind` of something and 100 at its `apiVersion`, which mostly say what a rule is for, 60 when
///   it misses an annotation, which mostly grants an exemption.
///
/// Of the winner, what exists of its path is the answer.
final class Ranking {
  private static final Value NAME = Value.of("name");
  private static final Value ANNOTATIONS = Value.of("annotations");

  private static final int DEEPEST = 12;

  private final String text;
  private final Value input;
  private final List<Value> front;
  private List<Value> best = List.of();
  private double most = Double.NEGATIVE_INFINITY;

  /// @param front where in the input the document lies that places are wanted of
  Ranking(Value result, Value input, List<Value> front) {
    var all = new StringBuilder();
    gather(result, all, 0);
    this.text = all.toString().toLowerCase(Locale.ROOT);
    this.input = input;
    this.front = front;
  }

  private static void gather(Value value, StringBuilder text, int depth) {
    switch (value) {
      case StringValue string -> text.append(string.text()).append('\n');
      case ObjectValue object when depth < 3 -> {
        for (int i = 0; i < object.size(); i++) {
          gather(object.valueAt(i), text, depth + 1);
        }
      }
      case ArrayValue array when depth < 3 ->
          array.elements().forEach(element -> gather(element, text, depth + 1));
      default -> {}
    }
  }

  /// Adds the looks of one derivation.
  void add(List<Look> looks) {
    int last = 1;
    Set<Integer> misses = new HashSet<>();
    for (Look look : looks) {
      last = Math.max(last, look.order());
      if (!look.missing().isEmpty()) {
        misses.add(look.order());
      }
    }
    for (Look look : looks) {
      if (isInside(look.path())) {
        double points = points(look, last) + (misses.contains(look.order()) ? 0 : 15);
        if (points > most) {
          most = points;
          best = look.path();
        }
      }
    }
  }

  private boolean isInside(List<Value> path) {
    return path.size() >= front.size() && path.subList(0, front.size()).equals(front);
  }

  private double points(Look look, int last) {
    List<Value> asked = look.asked().subList(front.size(), look.asked().size());
    double points =
        switch (look.role()) {
          case TEST -> 1_000;
          case NAME -> 400;
          case TELL -> 0;
        };
    points += 20.0 * Math.min(asked.size(), DEEPEST);
    points += 90.0 * look.order() / last;
    points -= 25.0 * look.distance();
    points -= look.excused() ? 150 : 0;
    if (!asked.isEmpty()) {
      points -= usual(asked.getLast().asText());
      points -= !look.missing().isEmpty() && asked.contains(ANNOTATIONS) ? 60 : 0;
      if (!asked.getLast().equals(NAME)) {
        points += names(asked) ? 60 : 0;
        points += look.missing().isEmpty() && shows(look.path()) ? 40 : 0;
      }
    }
    return points;
  }

  private static double usual(String key) {
    return switch (key) {
      case "kind" -> 200;
      case "apiVersion" -> 100;
      default -> 0;
    };
  }

  /// Whether the result's text holds the words of the path's last key.
  private boolean names(List<Value> asked) {
    for (Value key : asked.reversed()) {
      if (key instanceof StringValue string) {
        return holds(string.text());
      }
    }
    return false;
  }

  private boolean holds(String key) {
    if (key.length() > 1 && text.contains(key.toLowerCase(Locale.ROOT))) {
      return true;
    }
    List<String> words = words(key);
    return words.size() > 1 && words.stream().allMatch(text::contains);
  }

  /// `runAsNonRoot` in small words.
  private static List<String> words(String key) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (Character.isUpperCase(c) || !Character.isLetterOrDigit(c)) {
        if (!word.isEmpty()) {
          words.add(word.toString());
        }
        word.setLength(0);
      }
      if (Character.isLetterOrDigit(c)) {
        word.append(Character.toLowerCase(c));
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  /// Whether the result's text holds the value at a path.
  private boolean shows(List<Value> path) {
    Value value = input;
    for (Value key : path) {
      value =
          switch (value) {
            case ObjectValue object -> object.members().getOrDefault(key, ArrayValue.EMPTY);
            case ArrayValue array
                when key instanceof NumberValue index && index.plain() < array.size() ->
                array.at((int) index.plain());
            default -> ArrayValue.EMPTY;
          };
    }
    return switch (value) {
      case StringValue string -> string.text().length() > 1 && shows(string.text());
      case NumberValue number -> shows(number.text());
      default -> false;
    };
  }

  private boolean shows(String value) {
    return text.contains(value.toLowerCase(Locale.ROOT));
  }

  /// The path of the place with the most points, from the document down; none for the document
  /// itself, or when nothing inside it was looked at.
  List<Value> best() {
    return best.isEmpty() ? best : List.copyOf(best.subList(front.size(), best.size()));
  }
}
