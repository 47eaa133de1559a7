package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.syntax.Comment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tokens of a source, one at a time, with all that a parser gathers on its way and has to
/// forget when it steps back: errors, comments, hints, numbers of wildcards.
final class TokenStream {
  /// Productions inside productions, weighed by what they need of the stack, here and in the passes
  /// behind. About 120 brackets, 100 bodies, 500 operators in a row.
  private static final int DEPTH = 1_000;

  static final int TERM = 6;
  static final int LINK = 2;
  static final int BODY = 8;

  private static final int SCANS_PER_CHARACTER = 50;

  final Source source;
  private final String text;
  private final Scanner scanner;
  private final long scansAllowed;
  private long scans;
  private int depth;

  Token token = Token.EOF;
  private int start;
  private int end;
  private int row;
  private int column;

  /// Where the token before the current one ended.
  private int lastEnd;

  /// Whether a line break stood in front of the current token.
  boolean skippedLine;

  private int wildcards;
  private @Nullable Chain<Wrong> errors;
  private @Nullable Chain<Comment> comments;
  private @Nullable Chain<String> hints;

  TokenStream(Source source) {
    this.source = source;
    this.text = source.text();
    this.scanner = new Scanner(text);
    this.scansAllowed = 100_000L + (long) SCANS_PER_CHARACTER * text.length();
  }

  /// An error, most often forgotten before anyone asks for the line it is about.
  record Wrong(String message, Location at) {}

  /// A place to come back to.
  record Mark(
      Scanner.Mark scanner,
      Token token,
      int start,
      int end,
      int row,
      int column,
      int lastEnd,
      boolean skippedLine,
      int wildcards,
      @Nullable Chain<Wrong> errors,
      @Nullable Chain<Comment> comments,
      @Nullable Chain<String> hints) {}

  Mark mark() {
    return new Mark(
        scanner.mark(),
        token,
        start,
        end,
        row,
        column,
        lastEnd,
        skippedLine,
        wildcards,
        errors,
        comments,
        hints);
  }

  void reset(Mark mark) {
    scanner.reset(mark.scanner);
    token = mark.token;
    start = mark.start;
    end = mark.end;
    row = mark.row;
    column = mark.column;
    lastEnd = mark.lastEnd;
    skippedLine = mark.skippedLine;
    wildcards = mark.wildcards;
    errors = mark.errors;
    comments = mark.comments;
    hints = mark.hints;
  }

  int keywords() {
    return scanner.keywords;
  }

  void keywords(int bits) {
    scanner.keywords = bits;
  }

  /// To the next token that is no white space.
  void scan() {
    advance(true);
  }

  /// To the next token, white space among them.
  void scanSpace() {
    advance(false);
  }

  private void advance(boolean skipSpace) {
    leaveToken();
    do {
      take(scanner.scan());
    } while ((token == Token.WHITESPACE && skipSpace) || token == Token.COMMENT);
  }

  /// Goes on inside a template string when the current token is the brace that closed an
  /// expression.
  void scanTemplate(boolean raw) {
    leaveToken();
    take(scanner.scanTemplate(raw));
  }

  private void leaveToken() {
    if (token != Token.WHITESPACE) {
      lastEnd = end;
      skippedLine = false;
    }
  }

  private void take(Token found) {
    token = ++scans > scansAllowed ? Token.EOF : found;
    start = scanner.start;
    end = scanner.end;
    row = scanner.tokenRow;
    column = scanner.tokenColumn;
    if (!scanner.errors.isEmpty()) {
      List<String> messages = scanner.errors;
      scanner.errors = List.of();
      messages.forEach(message -> error(here(), message));
      token = Token.ILLEGAL;
    } else if (token == Token.WHITESPACE) {
      skippedLine |= text.charAt(start) == '\n';
    } else if (token == Token.COMMENT) {
      int stop = end > start + 1 && text.charAt(end - 1) == '\r' ? end - 1 : end;
      comments = new Chain<>(comments, new Comment(text.substring(start + 1, stop), here()));
    }
    if (scans == scansAllowed + 1) {
      error(here(), "parsing takes too many steps");
    }
  }

  /// The current token's text.
  String literal() {
    return text.substring(start, end);
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  int lastEnd() {
    return lastEnd;
  }

  /// Whether the current token can begin a path although it is a keyword: a point or a bracket
  /// follows directly.
  boolean isFollowedByPart() {
    return end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == '[');
  }

  boolean isFollowedByPoint() {
    return end < text.length() && text.charAt(end) == '.';
  }

  boolean isFollowedByParenthesis() {
    return end < text.length() && text.charAt(end) == '(';
  }

  /// Where the current token stands.
  Location here() {
    return new Location(source, row, column, start, end);
  }

  /// The place of a node that began at a token and ends with the last one taken.
  Location upToLast(Location first) {
    return between(first, first.start(), lastEnd);
  }

  Location between(Location first, int from, int to) {
    return new Location(source, first.row(), first.column(), from, Math.max(from, to));
  }

  /// The name of the next wildcard.
  String wildcard() {
    return "$" + wildcards++;
  }

  /// Goes into a production of a weight; false, with an error, when that is too deep.
  boolean enter(int weight) {
    if (depth + weight > DEPTH) {
      error(here(), "max parsing recursion depth exceeded");
      return false;
    }
    depth += weight;
    return true;
  }

  void leave(int weight) {
    depth -= weight;
  }

  boolean failed() {
    return errors != null;
  }

  /// Whether there are errors that were not there at a mark.
  @SuppressWarnings("ReferenceEquality") // a chain that has not grown is the same one
  boolean failedSince(Mark mark) {
    return errors != mark.errors;
  }

  List<RegoError> errors() {
    return Chain.list(errors).stream()
        .map(wrong ->
            OffendingLine.of(text, wrong.at.start())
                .error(ErrorCode.PARSE, wrong.message, wrong.at))
        .toList();
  }

  List<Comment> comments() {
    return Chain.list(comments);
  }

  void hint(String text) {
    hints = new Chain<>(hints, text);
  }

  /// An error with the line it is about; it carries the hints that were waiting.
  void error(Location at, String message) {
    List<String> waiting = Chain.list(hints);
    hints = null;
    String said =
        switch (waiting.size()) {
          case 0 -> message;
          case 1 -> message + " (hint: " + waiting.getFirst() + ")";
          default -> message + " (hints: " + String.join(", ", waiting) + ")";
        };
    errors = new Chain<>(errors, new Wrong(said, at));
  }

  /// The current token is not expected here.
  void illegal(String note) {
    if (token == Token.ILLEGAL) {
      error(here(), "illegal token");
      return;
    }
    String kind = token.keyword ? " keyword" : " token";
    error(here(), "unexpected " + token.text + kind + (note.isEmpty() ? "" : ": " + note));
  }

  void illegal() {
    illegal("");
  }
}
