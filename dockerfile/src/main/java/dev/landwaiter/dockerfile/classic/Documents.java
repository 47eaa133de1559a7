package dev.landwaiter.dockerfile.classic;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Heredoc;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.Locale;
import java.util.Optional;

/// Heredocs, which the classic reader takes in fewer places, but behind CMD and ENTRYPOINT too.
final class Documents {
  private Documents() {}

  /// The command of CMD or ENTRYPOINT, which may be the body of a heredoc.
  static CommandLine command(Cursor cursor, FileLines lines) throws Refused {
    if (!cursor.text.startsWith("<<", cursor.at)) {
      return CommandReader.read(cursor);
    }
    int last = cursor.statement.lastLine();
    int end = terminator(cursor.text.substring(cursor.at), last, lines);
    if (end < 0) {
      return CommandReader.read(cursor);
    }
    var body = new StringBuilder();
    for (int i = last + 1; i < end; i++) {
      body.append(lines.line(i)).append('\n');
    }
    return new CommandLine.Shell(MappedText.at(new Position(last + 1, 1), body.toString()).trim());
  }

  private static int terminator(String text, int last, FileLines lines) {
    int start = text.startsWith("<<-") ? 3 : 2;
    int stop = start;
    while (stop < text.length() && !Cursor.isBlank(text.charAt(stop))) {
      stop++;
    }
    String name = text.substring(start, stop).replace("\"", "").replace("'", "");
    for (int i = last + 1; i <= lines.count() && !name.isEmpty(); i++) {
      if (lines.line(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /// Number of the last line of a heredoc that only the classic reader sees, else 0.
  static int end(Instruction instruction, FileLines lines) {
    Optional<CommandLine> command =
        switch (instruction) {
          case Instruction.Cmd it -> Optional.of(it.command());
          case Instruction.Entrypoint it -> Optional.of(it.command());
          default -> Optional.empty();
        };
    Statement statement = instruction.statement();
    int marker = statement.arguments().toString().startsWith("<<") ? statement.lastLine() : 0;
    if (marker == 0 || command.isEmpty()) {
      return 0;
    }
    return Math.max(0, terminator(statement.arguments().toString(), marker, lines));
  }

  /// Where the classic reader stumbles over what follows an instruction.
  ///
  /// @param last number of the last line that belongs to it
  static Optional<Position> failure(Statement statement, int last, FileLines lines, char escape) {
    String text = statement.line().toString();
    int length = text.length();
    if (length > 1 && text.charAt(length - 1) == escape && text.charAt(length - 2) == escape) {
      // Where a document could begin, the next line is looked at as well.
      int line = last + (command(statement.keyword().text()) ? 1 : 0);
      String end = lines.line(line);
      return Optional.of(new Position(line, end.codePointCount(0, end.length()) + 1));
    }
    if (statement.heredocs().isEmpty()) {
      boolean document = last > statement.lastLine();
      return document ? follower(last, lines) : Optional.empty();
    }
    if (readable(statement, lines)) {
      // Of several documents of a RUN only the first is taken.
      boolean first = statement.heredocs().size() > 1 && !isCopy(statement);
      return follower(first ? terminator(statement.heredocs().getFirst()) : last, lines);
    }
    int next = lines.notBlank(statement.heredocs().getFirst().body().position(0).line());
    return next > lines.count() ? Optional.empty() : Optional.of(first(next, lines));
  }

  /// Behind a terminator stands a blank line or nothing.
  private static Optional<Position> follower(int last, FileLines lines) {
    return last < lines.count() && !lines.line(last + 1).isEmpty()
        ? Optional.of(first(last + 1, lines))
        : Optional.empty();
  }

  private static Position first(int number, FileLines lines) {
    String line = lines.line(number);
    int at = 0;
    while (at < line.length() && Cursor.isBlank(line.charAt(at))) {
      at++;
    }
    return new Position(number, at + 1);
  }

  /// Whether the classic reader sees the heredocs as such.
  private static boolean readable(Statement statement, FileLines lines) {
    for (Heredoc each : statement.heredocs()) {
      String marker = each.marker().text();
      boolean plain = marker.indexOf(' ') < 0 && marker.indexOf('\t') < 0;
      boolean bare =
          !each.chomp() || !each.terminated() || lines.line(terminator(each)).equals(each.name());
      if (!each.terminated() || !plain || !bare) {
        return false;
      }
    }
    return !statement.keyword().text().equalsIgnoreCase("ADD")
        && (!isCopy(statement) || statement.arguments().toString().startsWith("<<"));
  }

  private static boolean command(String keyword) {
    return switch (keyword.toUpperCase(Locale.ROOT)) {
      case "RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK", "SHELL", "ONBUILD" -> true;
      default -> false;
    };
  }

  private static boolean isCopy(Statement statement) {
    return statement.keyword().text().equalsIgnoreCase("COPY");
  }

  private static int terminator(Heredoc document) {
    int first = document.body().position(0).line();
    return document.body().length() == 0 ? first : document.body().span().lastLine() + 1;
  }
}
