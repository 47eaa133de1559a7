package dev.landwaiter.base.text;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A pattern for paths with `/` between their elements, matched as a whole.
///
/// `*` is any text inside one element, `?` one character of it, `[a-z]` one of a range (`[!a-z]`
/// and `[^a-z]` one outside it), `{a,b}` one of several globs, `**` as a whole element any number
/// of elements, none included, and `\` takes the next character for itself. A `**` that shares its
/// element with something else is a `*`. `a/**` matches `a` as well. No wildcard treats a leading
/// dot specially. A match takes time linear in the product of both lengths.
public final class Glob {
  private static final String SPECIAL = "*?[{\\";

  private final String pattern;
  private final @Nullable GlobProgram program;

  private Glob(String pattern, @Nullable GlobProgram program) {
    this.pattern = pattern;
    this.program = program;
  }

  /// Reads a glob.
  ///
  /// @throws InvalidGlobException when a bracket or brace is not closed or empty, when nothing
  ///   follows the last `\`, and above 4,096 characters or 32 nested braces
  public static Glob compile(String pattern) throws InvalidGlobException {
    var parts = new GlobParser(pattern).parse();
    boolean plain = pattern.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
    return new Glob(pattern, plain ? null : new GlobProgram(parts));
  }

  /// The glob that matches this path alone.
  public static Glob literal(String path) {
    return new Glob(path, null);
  }

  public boolean matches(String path) {
    return program == null ? pattern.equals(path) : program.matches(path);
  }

  /// The text it was made from.
  public String pattern() {
    return pattern;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Glob that
        && pattern.equals(that.pattern)
        && (program == null) == (that.program == null);
  }

  @Override
  public int hashCode() {
    return Objects.hash(pattern, program == null);
  }

  @Override
  public String toString() {
    return pattern;
  }
}
