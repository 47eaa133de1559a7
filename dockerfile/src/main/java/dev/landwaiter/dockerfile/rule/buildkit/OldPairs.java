package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns `ENV name value` into `ENV name=value`.
final class OldPairs {
  private OldPairs() {}

  /// Nothing where the value would not stay the same.
  static Optional<Fix> fix(Instruction.Pairs pairs, char escape) {
    if (pairs.pairs().size() != 1 || pairs.statement().line().toString().indexOf('\n') >= 0) {
      return Optional.empty();
    }
    Pair pair = pairs.pairs().getFirst();
    Position end = pair.key().span().end();
    Position start = pair.value().span().start();
    if (end.line() != start.line() || !name(pair.key().text())) {
      return Optional.empty();
    }
    String value = pair.value().text();
    boolean quoted = value.indexOf('"') >= 0 || value.indexOf('\'') >= 0;
    boolean escaped = value.indexOf(escape) >= 0;
    boolean blank = value.chars().anyMatch(Character::isWhitespace);
    if (blank && (escaped || (quoted && !whole(value)))) {
      return Optional.empty();
    }
    boolean wrap = blank && !quoted;
    List<Edit> edits = new ArrayList<>(2);
    edits.add(new Edit(new Span(end, start), wrap ? "=\"" : "="));
    if (wrap) {
      Position last = pair.value().span().end();
      edits.add(new Edit(new Span(last, last), "\""));
    }
    return Optional.of(new Fix("The pair is written as name=value", true, edits));
  }

  /// Whether one pair of quotes holds all of it.
  private static boolean whole(String value) {
    char quote = value.charAt(0);
    return (quote == '"' || quote == '\'') && value.indexOf(quote, 1) == value.length() - 1;
  }

  private static boolean name(String text) {
    return text.chars()
        .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "_.-/".indexOf(c) >= 0));
  }
}
