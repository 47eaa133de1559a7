package dev.landwaiter.base.value;

import org.jspecify.annotations.Nullable;

/// A text, ordered by Unicode code points.
public record StringValue(String text) implements Value {
  static final int RANK = 3;

  @Override
  public int rank() {
    return RANK;
  }

  @Override
  public String asText() {
    return text;
  }

  // Written out: those of records are made at run time, which costs milliseconds at start.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StringValue that && text.equals(that.text);
  }

  /// Equality for callers that know the kind.
  boolean isSame(StringValue other) {
    return text.equals(other.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public int compareSameKind(Value other) {
    return compareCodePoints(text, ((StringValue) other).text);
  }

  private static int compareCodePoints(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean aSurrogate = Character.isSurrogate(a);
        return aSurrogate == Character.isSurrogate(b)
            ? Character.compare(a, b)
            : aSurrogate ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
