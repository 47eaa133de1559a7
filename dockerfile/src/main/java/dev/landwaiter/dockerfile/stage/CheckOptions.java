package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.dockerfile.syntax.Comment;
import dev.landwaiter.dockerfile.syntax.DirectiveText;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.HashSet;
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
    Optional<String> given = Optional.ofNullable(input.arguments().get(ARGUMENT));
    return given.or(() -> directive(file.text())).map(CheckOptions::read).orElse(NONE);
  }

  /// The value of the directive up to its first blank. The builder looks for it by itself: a first
  /// line with `#!` does not matter, but no line may be indented.
  private static Optional<String> directive(String text) {
    Set<String> seen = new HashSet<>();
    int start = text.startsWith("#!") ? next(text, 0) : 0;
    while (start < text.length()) {
      int end = next(text, start);
      Optional<DirectiveText> line =
          DirectiveText.read(text, "#", start, end).filter(DirectiveText::known);
      if (line.isEmpty() || !seen.add(line.get().name())) {
        return Optional.empty();
      }
      if (line.get().name().equals("check")) {
        return Optional.of(first(line.get().value()));
      }
      start = end;
    }
    return Optional.empty();
  }

  /// Where the next line begins.
  private static int next(String text, int start) {
    int feed = text.indexOf('\n', start);
    return feed < 0 ? text.length() : feed + 1;
  }

  private static String first(String value) {
    int blank = value.indexOf(' ');
    return blank < 0 ? value : value.substring(0, blank);
  }

  /// Those a comment above an instruction adds; text that is not valid adds nothing.
  public CheckOptions with(Statement statement) {
    CheckOptions all = this;
    for (Comment each : statement.above()) {
      if (!each.text().contains("=")) {
        continue;
      }
      String line = "#" + each.kept();
      Optional<DirectiveText> text =
          DirectiveText.read(line, "#", 0, line.length())
              .filter(directive -> directive.name().equals("check"));
      if (text.isPresent()) {
        CheckOptions own = read(first(text.get().value()));
        all = own.problem.isEmpty() ? all.and(own) : all;
      }
    }
    return all;
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

  /// Reads the text behind `check=`.
  public static CheckOptions read(String value) {
    Set<String> skipped = Set.of();
    Set<String> experimental = Set.of();
    boolean skipsAll = false;
    boolean experimentalAll = false;
    boolean error = false;
    String text = value.strip();
    for (String part : text.isEmpty() ? new String[0] : text.split(";", MAX_PARTS)) {
      int equals = part.indexOf('=');
      String given = part.substring(equals + 1).strip();
      switch (equals < 0 ? "" : part.substring(0, equals).strip()) {
        case "skip" -> {
          skipsAll |= given.equals("all");
          skipped = given.equals("all") ? skipped : names(given);
        }
        case "experimental" -> {
          experimentalAll |= given.equals("all");
          experimental = given.equals("all") ? experimental : names(given);
        }
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
        skipped, skipsAll, experimental, experimentalAll, error, Optional.empty());
  }

  private static Set<String> names(String text) {
    Set<String> names = new HashSet<>();
    for (String each : text.split(",", -1)) {
      names.add(each.strip());
    }
    return names;
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
