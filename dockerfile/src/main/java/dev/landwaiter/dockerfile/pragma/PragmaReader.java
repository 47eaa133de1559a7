package dev.landwaiter.dockerfile.pragma;

import dev.landwaiter.dockerfile.syntax.Comment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads pragmas (reference: 13). A comment that does not match as a whole is none.
public final class PragmaReader {
  private static final String OWN = "landwaiter:ignore=";

  private final String text;
  private final int line;
  private int at;

  private PragmaReader(String text, int line) {
    this.text = text;
    this.line = line;
  }

  /// The pragmas among these comments, in file order.
  public static List<Pragma> all(List<Comment> comments) {
    var found = new ArrayList<Pragma>();
    for (Comment each : comments) {
      read(each).ifPresent(found::add);
    }
    return found;
  }

  /// Comments inside a continued instruction are no pragmas.
  public static Optional<Pragma> read(Comment comment) {
    String text = comment.text();
    if (comment.inside() || text.length() < 12) {
      return Optional.empty();
    }
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    var reader = new PragmaReader(text, comment.line());
    reader.blanks();
    if (reader.take(OWN)) {
      return reader.own();
    }
    return reader.take("hadolint") && reader.blanks() ? reader.classic() : Optional.empty();
  }

  /// Whether a comment was surely meant for this program and is no pragma, such as `landwaiter
  /// ignore=DL3008`, one with a word that is not known, or one inside an instruction.
  public static boolean mistaken(Comment comment) {
    var reader = new PragmaReader(comment.text(), comment.line());
    reader.blanks();
    if (!reader.take("landwaiter") || !reader.separators() || !reader.take("ignore")) {
      return false;
    }
    boolean meant = reader.text.indexOf('=', reader.at) == reader.at;
    meant = (reader.separators() && reader.isId()) || meant;
    return meant && read(comment).isEmpty();
  }

  private boolean separators() {
    int start = at;
    while (at < text.length() && " \t:=".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at > start;
  }

  /// Whether two capital letters stand here, as at the start of most ids.
  private boolean isId() {
    return at + 2 < text.length()
        && Character.isUpperCase(text.charAt(at))
        && Character.isUpperCase(text.charAt(at + 1));
  }

  private Optional<Pragma> classic() {
    Pragma.Kind kind = Pragma.Kind.NEXT_LINE;
    if (take("shell")) {
      return equalsSign() ? shell() : Optional.empty();
    }
    if (take("stage")) {
      kind = Pragma.Kind.STAGE;
    } else if (take("global")) {
      kind = Pragma.Kind.FILE;
    }
    if (kind != Pragma.Kind.NEXT_LINE && !blanks()) {
      return Optional.empty();
    }
    if (!take("ignore") || !equalsSign()) {
      return Optional.empty();
    }
    var ids = new ArrayList<String>();
    do {
      blanks();
      int start = at;
      while (at < text.length() && inCode(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        return Optional.empty();
      }
      ids.add(text.substring(start, at));
      blanks();
    } while (take(","));
    if (at < text.length() && text.charAt(at) != '#') {
      return Optional.empty();
    }
    return Optional.of(new Pragma(kind, ids, reason(), Optional.empty(), line));
  }

  private Optional<Pragma> shell() {
    blanks();
    int hash = text.indexOf('#', at);
    String name = text.substring(at, hash < 0 ? text.length() : hash).strip();
    at = hash < 0 ? text.length() : hash;
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Pragma(Pragma.Kind.SHELL, List.of(name), reason(), Optional.empty(), line));
  }

  /// Ids without blanks, then `until=` and `reason=` in this order, both may be absent.
  private Optional<Pragma> own() {
    int start = at;
    while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != '\t') {
      at++;
    }
    List<String> ids = List.of(text.substring(start, at).split(",", -1));
    blanks();
    Optional<LocalDate> until = Optional.empty();
    if (take("until=")) {
      int end = Math.min(text.length(), at + 10);
      try {
        until = Optional.of(LocalDate.parse(text.substring(at, end)));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
      at = end;
      blanks();
    }
    String reason = take("reason=") ? text.substring(at).strip() : "";
    boolean whole = !reason.isEmpty() || at == text.length();
    return whole && ids.stream().noneMatch(String::isEmpty)
        ? Optional.of(new Pragma(Pragma.Kind.INSTRUCTION, ids, reason, until, line))
        : Optional.empty();
  }

  private String reason() {
    return at < text.length() ? text.substring(at + 1).strip() : "";
  }

  private boolean equalsSign() {
    blanks();
    return take("=");
  }

  private boolean take(String word) {
    if (text.startsWith(word, at)) {
      at += word.length();
      return true;
    }
    return false;
  }

  private boolean blanks() {
    int start = at;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at > start;
  }

  private static boolean inCode(char c) {
    return (c >= '0' && c <= '9') || c == 'D' || c == 'L' || c == 'S' || c == 'C';
  }
}
