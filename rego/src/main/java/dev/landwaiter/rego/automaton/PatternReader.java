package dev.landwaiter.rego.automaton;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Reads the common part of RE2's syntax, restricted to ASCII; says no to all the rest.
final class PatternReader {
  private static final int MOST_REPETITIONS = 100;
  private static final int DEEPEST = 50;

  private final String text;
  private int at;
  private int depth;

  private PatternReader(String text) {
    this.text = text;
  }

  /// Empty when the pattern holds anything unusual, or is none.
  static Optional<Expression> read(String pattern) {
    var reader = new PatternReader(pattern);
    try {
      Expression read = reader.alternatives();
      return reader.at == pattern.length() ? Optional.of(read) : Optional.empty();
    } catch (Unusual e) {
      return Optional.empty();
    }
  }

  private static final class Unusual extends Exception {
    private static final long serialVersionUID = 1;

    Unusual() {
      super("unusual", null, false, false);
    }
  }

  private boolean isNext(char character) {
    return at < text.length() && text.charAt(at) == character;
  }

  private boolean take(char character) {
    if (isNext(character)) {
      at++;
      return true;
    }
    return false;
  }

  private char next() throws Unusual {
    if (at == text.length() || text.charAt(at) >= 128) {
      throw new Unusual();
    }
    return text.charAt(at++);
  }

  private Expression alternatives() throws Unusual {
    Expression all = sequence();
    while (take('|')) {
      all = new Expression.Either(all, sequence());
    }
    return all;
  }

  private Expression sequence() throws Unusual {
    List<Expression> parts = new ArrayList<>();
    while (at < text.length() && !isNext('|') && !isNext(')')) {
      parts.add(repeated(one()));
    }
    return new Expression.Sequence(parts);
  }

  private Expression repeated(Expression one) throws Unusual {
    Expression all = one;
    if (isNext('*') || isNext('+') || isNext('?') || isNext('{')) {
      if (one instanceof Expression.Edge) {
        throw new Unusual();
      }
      all =
          switch (next()) {
            case '*' -> new Expression.Repeated(one, 0, -1);
            case '+' -> new Expression.Repeated(one, 1, -1);
            case '?' -> new Expression.Repeated(one, 0, 1);
            default -> counted(one);
          };
      // Preferring fewer changes what is found, not whether.
      var _ = take('?');
      if (isNext('*') || isNext('+') || isNext('?') || isNext('{')) {
        throw new Unusual();
      }
    }
    return all;
  }

  private Expression counted(Expression one) throws Unusual {
    int least = number();
    int most = least;
    if (take(',')) {
      most = isNext('}') ? -1 : number();
    }
    if (!take('}') || (most >= 0 && most < least)) {
      throw new Unusual();
    }
    return new Expression.Repeated(one, least, most);
  }

  private int number() throws Unusual {
    int start = at;
    while (at < text.length() && Character.isDigit(text.charAt(at)) && at - start < 4) {
      at++;
    }
    if (start == at) {
      throw new Unusual();
    }
    int number = Integer.parseInt(text.substring(start, at));
    if (number > MOST_REPETITIONS) {
      throw new Unusual();
    }
    return number;
  }

  private Expression one() throws Unusual {
    char first = next();
    return switch (first) {
      case '(' -> group();
      case '[' -> new Expression.One(characters());
      case '.' -> new Expression.One(without(single('\n')));
      case '^' -> new Expression.Edge(true);
      case '$' -> new Expression.Edge(false);
      case '\\' -> escaped();
      case '*', '+', '?', '{', '}', ']', ')' -> throw new Unusual();
      default -> new Expression.One(single(first));
    };
  }

  private Expression group() throws Unusual {
    if (take('?') && !take(':')) {
      throw new Unusual();
    }
    if (++depth > DEEPEST) {
      throw new Unusual();
    }
    Expression inside = alternatives();
    depth--;
    if (!take(')')) {
      throw new Unusual();
    }
    return inside;
  }

  private Expression escaped() throws Unusual {
    char letter = next();
    return switch (letter) {
      case 'A' -> new Expression.Edge(true);
      case 'z' -> new Expression.Edge(false);
      default -> new Expression.One(escape(letter));
    };
  }

  private static BitSet escape(char letter) throws Unusual {
    return switch (letter) {
      case 'd' -> range('0', '9');
      case 'D' -> without(range('0', '9'));
      case 'w' -> word();
      case 'W' -> without(word());
      case 's' -> spaces();
      case 'S' -> without(spaces());
      case 'n' -> single('\n');
      case 't' -> single('\t');
      case 'r' -> single('\r');
      default -> {
        if (Character.isLetterOrDigit(letter)) {
          throw new Unusual();
        }
        yield single(letter);
      }
    };
  }

  private BitSet characters() throws Unusual {
    boolean others = take('^');
    var taken = new BitSet();
    boolean first = true;
    while (first || !isNext(']')) {
      first = false;
      if (isNext('[')) {
        throw new Unusual();
      }
      char start = next();
      if (start == '\\') {
        BitSet escaped = escape(next());
        taken.or(escaped);
        if (isNext('-') && !(at + 1 < text.length() && text.charAt(at + 1) == ']')) {
          throw new Unusual();
        }
        continue;
      }
      if (isNext('-') && at + 1 < text.length() && text.charAt(at + 1) != ']') {
        at++;
        char end = next();
        if (end == '\\' || end == '[' || end < start) {
          throw new Unusual();
        }
        taken.or(range(start, end));
      } else {
        taken.set(start);
      }
    }
    at++;
    return others ? without(taken) : taken;
  }

  private static BitSet single(char character) {
    return range(character, character);
  }

  private static BitSet range(char first, char last) {
    var set = new BitSet();
    set.set(first, last + 1);
    return set;
  }

  private static BitSet word() {
    BitSet set = range('a', 'z');
    set.or(range('A', 'Z'));
    set.or(range('0', '9'));
    set.set('_');
    return set;
  }

  private static BitSet spaces() {
    var set = new BitSet();
    for (char space : new char[] {'\t', '\n', '\f', '\r', ' '}) {
      set.set(space);
    }
    return set;
  }

  private static BitSet without(BitSet set) {
    var others = (BitSet) set.clone();
    others.flip(0, 128);
    return others;
  }
}
