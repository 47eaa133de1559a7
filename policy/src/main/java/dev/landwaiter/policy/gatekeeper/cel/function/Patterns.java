package dev.landwaiter.policy.gatekeeper.cel.function;

import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.own;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.MadeSequence;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import dev.landwaiter.rego.builtin.pattern.PatternLimits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Regular expressions: `matches`, `find` and `findAll`. One for each place of call, which
/// remembers the last expression it met.
public final class Patterns {
  static final String DECLARATIONS =
      """
      find string . string -> string
      findAll string . string -> list(string)
      findAll string . string int -> list(string)
      """;

  /// Characters of an expression that count as one unit.
  private static final double PER_CHARACTER = 0.25;

  private volatile @Nullable Read last;

  private Patterns() {}

  /// An expression, or what is wrong with it.
  private record Read(String text, @Nullable Pattern pattern, String error) {}

  /// The operation of this name for one place of call; empty when the name is none of these.
  public static Optional<Operation> at(String name) {
    var place = new Patterns();
    return switch (name) {
      case "matches" -> Optional.of(own(place::matches));
      case "find" -> Optional.of(own(place::find));
      case "findAll" -> Optional.of(own(place::findAll));
      default -> Optional.empty();
    };
  }

  /// What is wrong with an expression; empty when it is fine.
  public static String mistake(String expression) {
    return read(expression).error;
  }

  private Read compile(String expression) {
    Read known = last;
    if (known == null || !known.text.equals(expression)) {
      known = read(expression);
      last = known;
    }
    return known;
  }

  private static Read read(String expression) {
    if (!PatternLimits.hold(expression)) {
      return new Read(
          expression, null, "error parsing regexp: expression nests too deeply or is too large");
    }
    try {
      return new Read(expression, Pattern.compile(expression), "");
    } catch (PatternSyntaxException e) {
      return new Read(expression, null, String.valueOf(e.getMessage()));
    }
  }

  private static void charge(Item[] arguments, Meter meter) {
    long text = (long) Math.ceil((1.0 + Operation.size(arguments[0])) * 0.1);
    long pattern = (long) Math.ceil(Operation.size(arguments[1]) * PER_CHARACTER);
    meter.charge(Math.max(1, text * pattern));
  }

  private Item matches(Item[] arguments, Meter meter) {
    if (!(arguments[0] instanceof Item.Text text)) {
      return Arithmetic.unknown("matches");
    }
    if (!(arguments[1] instanceof Item.Text expression)) {
      return Item.Failure.NO_OVERLOAD;
    }
    charge(arguments, meter);
    Read read = compile(expression.value());
    Pattern pattern = read.pattern;
    return pattern == null
        ? new Item.Failure(read.error)
        : Item.Bool.of(pattern.matcher(text.value()).find());
  }

  private Item find(Item[] arguments, Meter meter) {
    if (!(arguments[0] instanceof Item.Text text)
        || !(arguments[1] instanceof Item.Text expression)) {
      return Item.Failure.NO_OVERLOAD;
    }
    charge(arguments, meter);
    Read read = compile(expression.value());
    Pattern pattern = read.pattern;
    if (pattern == null) {
      return new Item.Failure("Illegal regex: " + read.error);
    }
    var matcher = pattern.matcher(text.value());
    return matcher.find() ? new Item.Text(matcher.group()) : Item.Text.EMPTY;
  }

  private Item findAll(Item[] arguments, Meter meter) {
    if (!(arguments[0] instanceof Item.Text text)
        || !(arguments[1] instanceof Item.Text expression)
        || (arguments.length == 3 && !(arguments[2] instanceof Item.Int))) {
      return Item.Failure.NO_OVERLOAD;
    }
    charge(arguments, meter);
    Read read = compile(expression.value());
    Pattern pattern = read.pattern;
    if (pattern == null) {
      return new Item.Failure("Illegal regex: " + read.error);
    }
    long most = arguments.length == 3 && arguments[2] instanceof Item.Int n ? n.value() : -1;
    var found = new MadeSequence();
    var matcher = pattern.matcher(text.value());
    while ((most < 0 || found.size() < most) && matcher.find()) {
      found.add(new Item.Text(matcher.group()));
    }
    meter.elements(found.size());
    return found;
  }
}
