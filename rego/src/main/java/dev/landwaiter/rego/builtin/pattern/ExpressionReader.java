package dev.landwaiter.rego.builtin.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads a regular expression whose syntax is known to be right; gives nothing for one that needs
/// the full engine.
final class ExpressionReader {
  private static final int LAST = Character.MAX_CODE_POINT;
  private static final int[] DIGIT = {'0', '9'};
  private static final int[] WORD = {'0', '9', 'A', 'Z', '_', '_', 'a', 'z'};
  private static final int[] SPACE = {'\t', '\n', '\f', '\r', ' ', ' '};

  private final String pattern;
  private int at;

  private ExpressionReader(String pattern) {
    this.pattern = pattern;
  }

  /// Signals what is left to the full engine; holds no stack.
  private static final class Unknown extends Exception {
    private static final long serialVersionUID = 1;

    Unknown() {
      super("", null, false, false);
    }
  }

  static Optional<Expression> read(String pattern) {
    var reader = new ExpressionReader(pattern);
    try {
      Expression expression = reader.choice();
      return reader.at == pattern.length() ? Optional.of(expression) : Optional.empty();
    } catch (Unknown e) {
      return Optional.empty();
    }
  }

  private boolean more() {
    return at < pattern.length();
  }

  private Expression choice() throws Unknown {
    var alternatives = new ArrayList<Expression>();
    alternatives.add(sequence());
    while (more() && pattern.charAt(at) == '|') {
      at++;
      alternatives.add(sequence());
    }
    return alternatives.size() == 1 ? alternatives.getFirst() : new Expression.Choice(alternatives);
  }

  private Expression sequence() throws Unknown {
    var parts = new ArrayList<Expression>();
    while (more() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      parts.add(repeated(atom()));
    }
    return new Expression.Sequence(parts);
  }

  private Expression atom() throws Unknown {
    int point = pattern.codePointAt(at);
    at += Character.charCount(point);
    return switch (point) {
      case '^' -> new Expression.Begin();
      case '$' -> new Expression.End();
      case '.' -> new Expression.One(new int[] {0, '\n' - 1, '\n' + 1, LAST});
      case '(' -> group();
      case '[' -> characterClass();
      case '\\' -> escape();
      default -> one(point);
    };
  }

  private static Expression one(int point) {
    return new Expression.One(new int[] {point, point});
  }

  private Expression group() throws Unknown {
    if (pattern.startsWith("?:", at)) {
      at += 2;
    } else if (pattern.startsWith("?", at)) {
      int start = pattern.startsWith("?P<", at) ? at + 3 : at + 2;
      if (pattern.charAt(start - 1) != '<') {
        throw new Unknown();
      }
      at = pattern.indexOf('>', start) + 1;
    }
    Expression inner = choice();
    at++;
    return inner;
  }

  private Expression escape() throws Unknown {
    char c = pattern.charAt(at++);
    int[] ranges = perl(c);
    if (ranges.length > 0) {
      return new Expression.One(ranges);
    }
    return switch (c) {
      case 'A' -> new Expression.Begin();
      case 'z' -> new Expression.End();
      default -> one(escaped(c));
    };
  }

  private static int[] perl(char c) {
    return switch (c) {
      case 'd' -> DIGIT;
      case 'w' -> WORD;
      case 's' -> SPACE;
      case 'D' -> negated(DIGIT);
      case 'W' -> negated(WORD);
      case 'S' -> negated(SPACE);
      default -> new int[0];
    };
  }

  private static int escaped(char c) throws Unknown {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'f' -> '\f';
      default -> {
        if (c >= 0x80 || Character.isLetterOrDigit(c)) {
          throw new Unknown();
        }
        yield c;
      }
    };
  }

  private Expression characterClass() throws Unknown {
    boolean negated = pattern.startsWith("^", at);
    at += negated ? 1 : 0;
    var ranges = new ArrayList<int[]>();
    boolean first = true;
    while (first || pattern.charAt(at) != ']') {
      first = false;
      int[] perl = classEscape();
      if (perl.length > 0) {
        for (int i = 0; i < perl.length; i += 2) {
          ranges.add(new int[] {perl[i], perl[i + 1]});
        }
        continue;
      }
      int low = classPoint();
      int high = low;
      if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
        at++;
        high = classPoint();
      }
      ranges.add(new int[] {low, high});
    }
    at++;
    int[] merged = merge(ranges);
    return new Expression.One(negated ? negated(merged) : merged);
  }

  private int[] classEscape() {
    if (pattern.charAt(at) != '\\') {
      return new int[0];
    }
    int[] ranges = perl(pattern.charAt(at + 1));
    at += ranges.length > 0 ? 2 : 0;
    return ranges;
  }

  private int classPoint() throws Unknown {
    if (pattern.startsWith("[:", at)) {
      throw new Unknown();
    }
    int point = pattern.codePointAt(at);
    at += Character.charCount(point);
    return point == '\\' ? escaped(pattern.charAt(at++)) : point;
  }

  /// Sorted and apart.
  private static int[] merge(List<int[]> ranges) {
    ranges.sort((a, b) -> Integer.compare(a[0], b[0]));
    int[] merged = new int[ranges.size() * 2];
    int size = 0;
    for (int[] range : ranges) {
      if (size > 0 && range[0] <= merged[size - 1] + 1) {
        merged[size - 1] = Math.max(merged[size - 1], range[1]);
      } else {
        merged[size++] = range[0];
        merged[size++] = range[1];
      }
    }
    return Arrays.copyOf(merged, size);
  }

  private static int[] negated(int[] ranges) {
    var others = new ArrayList<int[]>();
    int next = 0;
    for (int i = 0; i < ranges.length; i += 2) {
      if (ranges[i] > next) {
        others.add(new int[] {next, ranges[i] - 1});
      }
      next = ranges[i + 1] + 1;
    }
    if (next <= LAST) {
      others.add(new int[] {next, LAST});
    }
    return merge(others);
  }

  private Expression repeated(Expression atom) {
    Expression all = atom;
    while (more()) {
      switch (pattern.charAt(at)) {
        case '*' -> all = new Expression.Repeat(all, 0, -1);
        case '+' -> all = new Expression.Repeat(all, 1, -1);
        case '?' -> all = new Expression.Repeat(all, 0, 1);
        case '{' -> {
          int[] counts = RegexSize.counts(pattern, at);
          if (counts.length == 0) {
            return all;
          }
          all = new Expression.Repeat(all, counts[0], counts[1]);
          at = pattern.indexOf('}', at);
        }
        default -> {
          return all;
        }
      }
      at++;
      // Lazy or greedy makes no difference to whether something matches.
      if (more() && pattern.charAt(at) == '?') {
        at++;
      }
    }
    return all;
  }
}
