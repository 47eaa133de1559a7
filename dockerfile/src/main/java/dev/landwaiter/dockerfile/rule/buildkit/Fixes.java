package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.stage.Undefined;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Statement;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Changes that several checks offer, and pieces of their messages.
final class Fixes {
  private Fixes() {}

  /// The end of a sentence: what name may have been meant.
  static String meant(Undefined variable) {
    return variable.near().map(each -> ", perhaps '" + Shown.of(each) + "' is meant").orElse("");
  }

  /// Another text for a word, where it stands in one piece.
  static Optional<Fix> word(String what, Word word, String text) {
    return word.span().start().line() == word.span().end().line()
        ? Optional.of(new Fix(what, true, List.of(new Edit(word.span(), text))))
        : Optional.empty();
  }

  static Span line(int number) {
    return new Span(new Position(number, 1), new Position(number, 1));
  }

  /// The flag of this name, or the keyword where there is none.
  static Span flag(Statement statement, String name) {
    return statement.flag(name).map(Flag::span).orElse(statement.keyword().span());
  }

  static Optional<Fix> withoutFlag(String what, Statement statement, String name) {
    Optional<Flag> flag = statement.flag(name);
    if (flag.isEmpty()) {
      return Optional.empty();
    }
    Position start = flag.get().span().start();
    Position next = statement.arguments().position(0);
    for (Flag each : statement.flags()) {
      Position place = each.span().start();
      next = place.compareTo(start) > 0 && place.compareTo(next) < 0 ? place : next;
    }
    return next.line() == start.line()
        ? Optional.of(new Fix(what, true, List.of(new Edit(new Span(start, next), ""))))
        : Optional.empty();
  }

  /// Without whole lines; nothing where one of them is the last and has no end.
  static Optional<Fix> withoutLines(String what, Dockerfile file, List<Integer> lines) {
    long ends = file.text().chars().filter(each -> each == '\n').count();
    List<Edit> edits = new ArrayList<>(lines.size());
    for (int line : lines) {
      if (line > ends) {
        return Optional.empty();
      }
      var whole = new Span(new Position(line, 1), new Position(line + 1, 1));
      edits.add(new Edit(whole, ""));
    }
    return Optional.of(new Fix(what, true, edits));
  }
}
