package dev.landwaiter.policy.gatekeeper.cel.function;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A version as semver.org 2.0.0 has it. What stands behind `+` does not count when two are
/// compared.
record Semver(long major, long minor, long patch, List<String> before)
    implements Item.Opaque, Comparable<Semver> {
  private static final int MOST_CHARACTERS = 256;

  Semver {
    before = List.copyOf(before);
  }

  /// Reads a version; empty when it is none.
  ///
  /// @param lenient takes a `v` in front, leading zeros, and parts that are missing as zero
  static Optional<Semver> parse(String text, boolean lenient) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    String rest = lenient && text.startsWith("v") ? text.substring(1) : text;
    int plus = rest.indexOf('+');
    if (plus >= 0
        && !List.of(rest.substring(plus + 1).split("\\.", -1)).stream().allMatch(Semver::isWord)) {
      return Optional.empty();
    }
    String version = plus < 0 ? rest : rest.substring(0, plus);
    int dash = version.indexOf('-');
    List<String> before =
        dash < 0 ? List.of() : List.of(version.substring(dash + 1).split("\\.", -1));
    List<String> parts =
        List.of((dash < 0 ? version : version.substring(0, dash)).split("\\.", -1));
    boolean fine =
        before.stream().allMatch(Semver::isBefore)
            && (parts.size() == 3 || (lenient && parts.size() < 3 && dash < 0 && plus < 0))
            && parts.stream().allMatch(part -> isNumber(part, lenient));
    return fine
        ? Optional.of(new Semver(part(parts, 0), part(parts, 1), part(parts, 2), before))
        : Optional.empty();
  }

  private static long part(List<String> parts, int index) {
    return index < parts.size() ? Long.parseLong(parts.get(index)) : 0;
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isNumber(String text, boolean lenient) {
    return isDigits(text)
        && text.length() <= 18
        && (lenient || text.length() == 1 || text.charAt(0) != '0');
  }

  private static boolean isWord(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(c ->
                (c >= '0' && c <= '9')
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || c == '-');
  }

  private static boolean isBefore(String text) {
    return isWord(text) && !(isDigits(text) && text.length() > 1 && text.charAt(0) == '0');
  }

  @Override
  public int compareTo(Semver other) {
    int order = Long.compare(major, other.major);
    order = order == 0 ? Long.compare(minor, other.minor) : order;
    order = order == 0 ? Long.compare(patch, other.patch) : order;
    if (order != 0 || before.isEmpty() || other.before.isEmpty()) {
      return order != 0 ? order : Boolean.compare(before.isEmpty(), other.before.isEmpty());
    }
    int common = Math.min(before.size(), other.before.size());
    for (int i = 0; i < common; i++) {
      order = words(before.get(i), other.before.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(before.size(), other.before.size());
  }

  /// Numbers come before words.
  private static int words(String left, String right) {
    boolean number = isDigits(left);
    if (number != isDigits(right)) {
      return number ? -1 : 1;
    }
    return Integer.signum(
        number ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareTo(right));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Semver that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(major * 31 + minor) * 31 + Long.hashCode(patch);
  }

  @Override
  public String typeName() {
    return "kubernetes.Semver";
  }
}
