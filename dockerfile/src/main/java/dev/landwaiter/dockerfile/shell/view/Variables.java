package dev.landwaiter.dockerfile.shell.view;

import dev.landwaiter.dockerfile.shell.Part;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What is known of variables at one point of a script.
final class Variables {
  /// Longer values are not followed.
  private static final int LENGTH = 1 << 16;

  /// Values of more names are not followed.
  private static final int NAMES = 256;

  private static final Optional<String> UNKNOWN = Optional.empty();

  /// How many more characters the values of one text may put in the place of their names.
  private static final class Allowance {
    private int left = 1 << 20;
  }

  private final Function<String, Optional<String>> outside;
  private final Allowance allowance;
  private Map<String, Optional<String>> inside;
  private boolean shared;

  Variables(Function<String, Optional<String>> outside) {
    this(outside, new Allowance(), new HashMap<>());
  }

  private Variables(
      Function<String, Optional<String>> outside,
      Allowance allowance,
      Map<String, Optional<String>> inside) {
    this.outside = outside;
    this.allowance = allowance;
    this.inside = inside;
  }

  /// The same for a shell of its own, whose assignments are lost in the end.
  Variables copy() {
    shared = true;
    var copy = new Variables(outside, allowance, inside);
    copy.shared = true;
    return copy;
  }

  void set(String name, Optional<String> value) {
    if (!inside.containsKey(name) && inside.size() >= NAMES) {
      return;
    }
    if (shared) {
      inside = new HashMap<>(inside);
      shared = false;
    }
    inside.put(name, value.filter(text -> text.length() <= LENGTH));
  }

  void forget(String name) {
    set(name, UNKNOWN);
  }

  /// Values that the other one does not share are not known any more.
  @SuppressWarnings("ReferenceEquality") // The same map says that nothing was assigned.
  void forgetDifferences(Variables other) {
    if (other.inside == inside) {
      return;
    }
    other.inside.forEach((name, value) -> {
      if (!value.equals(get(name))) {
        forget(name);
      }
    });
  }

  Optional<String> get(String name) {
    Optional<String> known = inside.get(name);
    if (known != null) {
      return known;
    }
    return inside.size() >= NAMES ? UNKNOWN : outside.apply(name);
  }

  /// The value of `$name` and `${name}`, and of `${name:-word}` where the variable holds something.
  Optional<String> value(Part.Parameter parameter) {
    if (parameter.inner().isEmpty()
        || !(parameter.inner().getFirst() instanceof Part.Literal first)) {
      return UNKNOWN;
    }
    String text = first.text();
    int end = 0;
    while (end < text.length() && inName(text.charAt(end))) {
      end++;
    }
    if (end == 0 || Character.isDigit(text.charAt(0))) {
      return UNKNOWN;
    }
    String rest = text.substring(end);
    boolean alone = rest.isEmpty() && parameter.inner().size() == 1;
    boolean otherwise = rest.startsWith(":-") || rest.startsWith("-") || rest.startsWith(":?");
    if (!alone && !otherwise) {
      return UNKNOWN;
    }
    Optional<String> value = get(text.substring(0, end)).filter(it -> alone || !it.isEmpty());
    int length = value.map(String::length).orElse(0);
    if (length > allowance.left) {
      allowance.left = 0;
      return UNKNOWN;
    }
    allowance.left -= length;
    return value;
  }

  private static boolean inName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
