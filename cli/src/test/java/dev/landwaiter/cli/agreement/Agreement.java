package dev.landwaiter.cli.agreement;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How far one answer agrees with the recorded one.
///
/// @param facts whether findings and packages are the same
/// @param fields whether the whole document is, but for what changes by nature
/// @param exit whether the exit code is
/// @param why the first difference, or empty
public record Agreement(boolean facts, boolean fields, boolean exit, String why) {

  /// An exit code and standard output.
  public record Answer(int exit, String stdout) {}

  public boolean whole() {
    return facts && fields && exit;
  }

  /// Holds an answer against the recorded one.
  public static Agreement of(Answer wanted, Answer got) {
    boolean exit = wanted.exit() == got.exit();
    String about = exit ? "" : "exit %d, wanted %d; ".formatted(got.exit(), wanted.exit());
    Optional<Value> document = json(wanted.stdout());
    if (document.isEmpty()) {
      boolean silent = wanted.exit() != 0 && wanted.stdout().isEmpty();
      boolean same = silent ? exit : text(wanted.stdout()).equals(text(got.stdout()));
      return new Agreement(
          same, same, exit, about + (same ? "" : firstLine(wanted.stdout(), got.stdout())));
    }
    Optional<Value> ours = json(got.stdout());
    if (ours.isEmpty()) {
      return new Agreement(false, false, exit, about + "no JSON");
    }
    Value left = Documents.steady(document.get());
    Value right = Documents.steady(ours.get());
    boolean fields = left.equals(right);
    boolean facts =
        document.get().get("Results").isPresent()
            ? Documents.facts(document.get()).equals(Documents.facts(ours.get()))
            : fields;
    return new Agreement(
        facts, fields, exit, about + Documents.difference(left, right, "$").orElse(""));
  }

  private static Optional<Value> json(String text) {
    try {
      return text.strip().startsWith("{") || text.strip().startsWith("[")
          ? Optional.of(Json.parse("answer", text.getBytes(StandardCharsets.UTF_8)))
          : Optional.empty();
    } catch (FormatException e) {
      return Optional.empty();
    }
  }

  /// Lines of SPDX's tag-value form come in any order.
  private static String text(String text) {
    String masked = Documents.masked(text).strip();
    return masked.startsWith("SPDXVersion")
        ? String.join("\n", masked.lines().sorted().toList())
        : masked;
  }

  private static String firstLine(String wanted, String got) {
    var left = wanted.strip().lines().toList();
    var right = got.strip().lines().toList();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (!left.get(i).equals(right.get(i))) {
        return "line %d: wanted \"%s\", got \"%s\"".formatted(i + 1, left.get(i), right.get(i));
      }
    }
    return "wanted %d lines, got %d".formatted(left.size(), right.size());
  }
}
