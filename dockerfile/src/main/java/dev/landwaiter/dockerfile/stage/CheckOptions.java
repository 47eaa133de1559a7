package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.dockerfile.syntax.Comment;
import dev.landwaiter.dockerfile.syntax.Directive;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.Optional;
import java.util.Set;

/// Which of the builder's checks run, as `# check=skip=A,B;error=true` says (reference: 16.1).
///
/// @param skipped rules that stay silent
/// @param skipsAll whether all do
/// @param experimental rules that only run when asked for
/// @param experimentalAll whether all of those run
/// @param error whether any finding makes the build fail
/// @param problem why the text is not valid; then all else is the default
public record CheckOptions(
    Set<String> skipped,
    boolean skipsAll,
    Set<String> experimental,
    boolean experimentalAll,
    boolean error,
    Optional<String> problem) {
  /// The build argument that replaces the directive.
  public static final String ARGUMENT = "BUILDKIT_DOCKERFILE_CHECK";

  private static final int MAX_PARTS = 3;
  static final CheckOptions NONE = failed(Optional.empty());

  /// Those of a whole file.
  public static CheckOptions of(Dockerfile file, BuildInput input) {
    String given = input.arguments().getOrDefault(ARGUMENT, "");
    if (!given.isEmpty()) {
      return read(given);
    }
    for (Directive each : file.directives()) {
      if (each.name().equals("check")) {
        return read(each.value());
      }
    }
    return NONE;
  }

  /// Those a comment above an instruction adds; text that is not valid adds nothing.
  public CheckOptions with(Statement statement) {
    CheckOptions all = this;
    for (Comment each : statement.above()) {
      Optional<String> text = inline(each.text());
      if (text.isPresent()) {
        CheckOptions own = read(text.get());
        all = own.problem.isEmpty() ? all.and(own) : all;
      }
    }
    return all;
  }

  /// The options in `check=…`, or nothing.
  private static Optional<String> inline(String comment) {
    String text = comment.strip();
    if (!text.regionMatches(true, 0, "check", 0, 5)) {
      return Optional.empty();
    }
    String rest = text.substring(5).stripLeading();
    return rest.startsWith("=") ? Optional.of(rest.substring(1).strip()) : Optional.empty();
  }

  private CheckOptions and(CheckOptions other) {
    return new CheckOptions(
        union(skipped, other.skipped),
        skipsAll || other.skipsAll,
        union(experimental, other.experimental),
        experimentalAll || other.experimentalAll,
        error,
        problem);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    Set<String> all = new java.util.LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }

  /// Reads the text behind `check=`; it ends at its first blank.
  public static CheckOptions read(String value) {
    String text = value.strip();
    int blank = blank(text);
    text = blank < 0 ? text : text.substring(0, blank);
    Set<String> skipped = Set.of();
    Set<String> experimental = Set.of();
    boolean error = false;
    for (String part : text.split(";", MAX_PARTS)) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? part : part.substring(0, equals);
      String given = equals < 0 ? "" : part.substring(equals + 1);
      switch (equals < 0 ? "" : key) {
        case "skip" -> skipped = names(given);
        case "experimental" -> experimental = names(given);
        case "error" -> {
          Optional<Boolean> read = Booleans.read(given);
          if (read.isEmpty()) {
            return failed(
                Optional.of("The check option error is true or false, not '" + given + "'"));
          }
          error = read.get();
        }
        default -> {
          return failed(
              Optional.of(
                  "The check options are skip=…, experimental=… and error=…, not '" + part + "'"));
        }
      }
    }
    return new CheckOptions(
        skipped,
        skipped.contains("all"),
        experimental,
        experimental.contains("all"),
        error,
        Optional.empty());
  }

  private static int blank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static Set<String> names(String text) {
    return Set.copyOf(java.util.Arrays.asList(text.split(",", -1)));
  }

  private static CheckOptions failed(Optional<String> problem) {
    return new CheckOptions(Set.of(), false, Set.of(), false, false, problem);
  }

  /// Whether a rule may report.
  ///
  /// @param onRequest whether it only runs when asked for
  public boolean allows(String rule, boolean onRequest) {
    return onRequest
        ? experimentalAll || experimental.contains(rule)
        : !skipsAll && !skipped.contains(rule);
  }
}
