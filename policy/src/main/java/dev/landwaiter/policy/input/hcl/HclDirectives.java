package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.SourceText;
import dev.landwaiter.policy.input.hcl.HclExpression.Conditional;
import dev.landwaiter.policy.input.hcl.HclExpression.Repeat;
import dev.landwaiter.policy.input.hcl.HclExpression.Template;
import dev.landwaiter.policy.input.hcl.HclExpression.Text;
import dev.landwaiter.policy.input.hcl.HclTemplatePiece.Control;
import dev.landwaiter.policy.input.hcl.HclTemplatePiece.Interpolation;
import dev.landwaiter.policy.input.hcl.HclTemplatePiece.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Nests the directives of a template by their words.
final class HclDirectives {
  private static final int MOST_DEPTH = 256;

  private final SourceText source;
  private final List<HclTemplatePiece> pieces;
  private int next;
  private int depth;

  HclDirectives(SourceText source, List<HclTemplatePiece> pieces) {
    this.source = source;
    this.pieces = pieces;
  }

  List<HclExpression> all() throws FormatException {
    List<HclExpression> parts = upTo(Set.of());
    if (next < pieces.size() && pieces.get(next) instanceof Control control) {
      throw source.wrong(control.from(), control.word() + " without its beginning", "");
    }
    return parts;
  }

  /// The parts up to one of some words, which is not passed.
  private List<HclExpression> upTo(Set<String> ends) throws FormatException {
    List<HclExpression> parts = new ArrayList<>();
    for (; next < pieces.size(); next++) {
      switch (pieces.get(next)) {
        case Interpolation interpolation -> parts.add(interpolation.inner());
        case Words words -> parts.add(text(words));
        case Control control -> {
          if (ends.contains(control.word()) || control.operand().isEmpty()) {
            return parts;
          }
          parts.add(directive(control));
        }
      }
    }
    return parts;
  }

  /// A text with those that follow it.
  private HclExpression text(Words first) {
    int to = first.to();
    var text = new StringBuilder(first.text());
    while (next + 1 < pieces.size() && pieces.get(next + 1) instanceof Words words) {
      text.append(words.text());
      to = words.to();
      next++;
    }
    return new Text(text.toString(), first.from(), to);
  }

  private HclExpression directive(Control control) throws FormatException {
    if (++depth > MOST_DEPTH) {
      throw source.wrong(control.from(), "nested deeper than " + MOST_DEPTH, "");
    }
    next++;
    HclExpression found = control.word().equals("if") ? conditional(control) : repeat(control);
    depth--;
    return found;
  }

  private HclExpression conditional(Control control) throws FormatException {
    Template yes = template(upTo(Set.of("else", "endif")), control);
    Template no = template(List.of(), control);
    if (isAt("else")) {
      next++;
      no = template(upTo(Set.of("endif")), control);
    }
    end("endif", control);
    return new Conditional(control.operand().getFirst(), yes, no, control.from(), control.to());
  }

  private HclExpression repeat(Control control) throws FormatException {
    Template body = template(upTo(Set.of("endfor")), control);
    end("endfor", control);
    int comma = control.names().indexOf(',');
    return new Repeat(
        comma < 0 ? Optional.empty() : Optional.of(control.names().substring(0, comma)),
        control.names().substring(comma + 1),
        control.operand().getFirst(),
        body,
        control.from(),
        control.to());
  }

  private static Template template(List<HclExpression> parts, Control control) {
    return new Template(parts, control.from(), control.to());
  }

  private boolean isAt(String word) {
    return next < pieces.size()
        && pieces.get(next) instanceof Control control
        && control.word().equals(word);
  }

  private void end(String word, Control control) throws FormatException {
    if (!isAt(word)) {
      throw source.wrong(control.from(), "the directive " + control.word() + " has no " + word, "");
    }
  }
}
