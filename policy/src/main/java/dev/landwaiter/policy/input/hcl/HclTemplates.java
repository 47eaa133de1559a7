package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.hcl.HclExpression.Template;
import dev.landwaiter.policy.input.hcl.HclExpression.Wrapped;
import dev.landwaiter.policy.input.hcl.HclTemplatePiece.Control;
import dev.landwaiter.policy.input.hcl.HclTemplatePiece.Interpolation;
import dev.landwaiter.policy.input.hcl.HclTemplatePiece.Words;
import java.util.ArrayList;
import java.util.List;

/// Reads quoted texts and here-documents, which are templates.
final class HclTemplates {
  private final HclCursor cursor;
  private final HclExpressions expressions;

  HclTemplates(HclCursor cursor, HclExpressions expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  HclExpression quoted() throws FormatException {
    int from = cursor.at;
    cursor.at++;
    List<HclTemplatePiece> pieces = new ArrayList<>();
    boolean trims = false;
    while (cursor.peek(0) != '"' || cursor.isEnd()) {
      if (HclText.isTemplate(cursor)) {
        trims = sequence(pieces);
        continue;
      }
      int start = cursor.at;
      var text = new StringBuilder();
      while (cursor.peek(0) != '"' && !HclText.isTemplate(cursor)) {
        if (cursor.isEnd() || cursor.isLineBreak()) {
          throw cursor.source.wrong(
              from, "a text without its closing quote", "write \\n for a line break, or use <<EOT");
        }
        HclText.character(cursor, text, true);
      }
      pieces.add(new Words(text.toString(), start, cursor.at).without(trims, false));
      trims = false;
    }
    cursor.at++;
    return whole(pieces, from);
  }

  private HclExpression whole(List<HclTemplatePiece> pieces, int from) throws FormatException {
    if (pieces.size() == 1 && pieces.getFirst() instanceof Interpolation only) {
      return new Wrapped(only.inner(), from, cursor.at);
    }
    return new Template(new HclDirectives(cursor.source, pieces).all(), from, cursor.at);
  }

  HclExpression hereDocument() throws FormatException {
    int from = cursor.at;
    cursor.at += 2;
    boolean flush = cursor.peek(0) == '-';
    cursor.at += flush ? 1 : 0;
    if (!cursor.isName()) {
      throw cursor.source.wrong(from, "a here-document needs a name as its mark", "<<EOT");
    }
    String mark = cursor.name();
    if (!cursor.isLineBreak()) {
      throw cursor.source.wrong(cursor.at, "a line end was expected after <<" + mark, "");
    }
    cursor.passLineBreak();
    List<HclTemplatePiece> pieces = lines(mark, from);
    return new Template(
        new HclDirectives(cursor.source, flush ? HclFlush.flush(pieces) : pieces).all(),
        from,
        cursor.at);
  }

  /// Everything up to the line of the mark; the cursor stays at the end of that line.
  private List<HclTemplatePiece> lines(String mark, int from) throws FormatException {
    List<HclTemplatePiece> pieces = new ArrayList<>();
    boolean startOfLine = true;
    boolean trims = false;
    while (true) {
      if (startOfLine && isMark(mark)) {
        return pieces;
      }
      startOfLine = false;
      if (cursor.isEnd()) {
        throw cursor.source.wrong(
            from,
            "a here-document without its end",
            "a line must hold " + mark + " alone, and end with a line break");
      }
      if (HclText.isTemplate(cursor)) {
        trims = sequence(pieces);
        continue;
      }
      int start = cursor.at;
      var text = new StringBuilder();
      while (!startOfLine && !cursor.isEnd() && !HclText.isTemplate(cursor)) {
        startOfLine = cursor.peek(0) == '\n';
        HclText.character(cursor, text, false);
      }
      pieces.add(new Words(text.toString(), start, cursor.at).without(trims, false));
      trims = false;
    }
  }

  /// Whether the line here holds the mark alone; passes the line up to its break then.
  private boolean isMark(String mark) {
    String text = cursor.source.text();
    int end = text.indexOf('\n', cursor.at);
    if (end < 0) {
      return false;
    }
    int first = cursor.at;
    while (first < end && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    if (!text.startsWith(mark, first)
        || !text.substring(first + mark.length(), Math.max(end, first + mark.length())).isBlank()) {
      return false;
    }
    cursor.at = end > cursor.at && text.charAt(end - 1) == '\r' ? end - 1 : end;
    return true;
  }

  /// An interpolation or a directive.
  ///
  /// @return whether white space behind it is cut
  private boolean sequence(List<HclTemplatePiece> pieces) throws FormatException {
    cursor.enter();
    int from = cursor.at;
    boolean directive = cursor.peek(0) == '%';
    cursor.at += 2;
    if (cursor.peek(0) == '~') {
      cursor.at++;
      if (!pieces.isEmpty() && pieces.getLast() instanceof Words before) {
        pieces.set(pieces.size() - 1, before.without(false, true));
      }
    }
    boolean before = cursor.lineBreaks;
    cursor.lineBreaks = false;
    cursor.skip();
    HclTemplatePiece piece =
        directive ? control(from) : new Interpolation(expressions.expression());
    cursor.skip();
    boolean trims = cursor.looksAt("~}");
    cursor.at += trims ? 1 : 0;
    cursor.expect('}', "the } of a template was expected");
    cursor.lineBreaks = before;
    pieces.add(piece);
    cursor.leave();
    return trims;
  }

  private HclTemplatePiece control(int from) throws FormatException {
    String word = cursor.isName() ? cursor.name() : "";
    return switch (word) {
      case "if" -> new Control(word, "", List.of(expressions.expression()), from, cursor.at);
      case "for" -> {
        var heading = HclOperands.heading(cursor, expressions);
        yield new Control(word, heading.names(), List.of(heading.over()), from, cursor.at);
      }
      case "else", "endif", "endfor" -> new Control(word, "", List.of(), from, cursor.at);
      default ->
          throw cursor.source.wrong(
              from, "an unknown directive of a template", "known are if, else, endif, for, endfor");
    };
  }
}
