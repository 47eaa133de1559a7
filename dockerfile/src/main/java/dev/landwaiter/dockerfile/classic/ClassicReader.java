package dev.landwaiter.dockerfile.classic;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Statement;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the statements of a file anew, the way of the classic linter (reference: 18).
public final class ClassicReader {
  private static final int MOST_TRIGGERS = 20;

  private final Dockerfile file;
  private final FileLines lines;
  private final List<Failure> failures = new ArrayList<>();
  private final BitSet troubles = new BitSet();
  private final Set<String> placedStages = new HashSet<>();
  private String current = "";
  private boolean placed;

  private ClassicReader(Dockerfile file) {
    this.file = file;
    this.lines = new FileLines(file.text());
  }

  public static ClassicReading read(Dockerfile file) {
    return new ClassicReader(file).all();
  }

  private ClassicReading all() {
    var instructions = new ArrayList<Instruction>(file.instructions().size());
    int behind = 0;
    boolean broken = false;
    for (Instruction each : file.instructions()) {
      if (each.line() <= behind) {
        continue;
      }
      Statement statement = each.statement();
      Instruction read = each;
      try {
        read = instruction(new Cursor(statement, file.escape(), tail(statement)), 0);
        behind = Documents.end(read, lines);
        after(statement, Math.max(behind, statement.lastLine()));
        broken = false;
      } catch (Refused e) {
        boolean buildable = !e.sure && !refused(statement);
        // Lines that are no instruction at all are one failure together with the one before.
        boolean goesOn = e.offset == 0 && broken && !buildable;
        if (!goesOn) {
          refuse(statement, e, buildable);
        }
        if (!buildable && !(read instanceof Instruction.From)) {
          read = new Instruction.Broken(statement);
        }
        broken = !buildable;
      }
      instructions.add(read);
    }
    return new ClassicReading(instructions, failures);
  }

  private String tail(Statement statement) {
    return statement.heredocs().isEmpty() ? lines.blanks(statement.lastLine()) : "";
  }

  /// What the classic reader minds behind an instruction that it could read.
  private void after(Statement statement, int last) {
    Documents.failure(statement, last, lines, file.escape())
        .ifPresent(at ->
            failures.add(
                new Failure(
                    statement,
                    at.line(),
                    lines.wide(at.line(), at.column()),
                    "expected an instruction or the end of the file",
                    !refused(statement))));
  }

  private void refuse(Statement statement, Refused why, boolean buildable) {
    Position at = statement.line().position(Math.min(why.offset, statement.line().length()));
    failures.add(
        new Failure(
            statement, at.line(), lines.wide(at.line(), at.column()), why.reason, buildable));
  }

  /// Whether the builder minds anything about a statement.
  private boolean refused(Statement statement) {
    if (troubles.isEmpty()) {
      file.troubles().forEach(each -> troubles.set(each.line()));
    }
    int next = troubles.nextSetBit(statement.firstLine());
    return next >= 0 && next <= statement.lastLine();
  }

  private Instruction instruction(Cursor cursor, int depth) throws Refused {
    int start = cursor.at;
    String keyword = cursor.keyword();
    cursor.at = start + keyword.length();
    if (!cursor.skipBlanks()) {
      throw cursor.refuseSurely(cursor.at, "expected a blank and arguments behind " + keyword);
    }
    Statement statement = cursor.statement;
    return switch (keyword) {
      case "RUN" -> new RunReader(cursor, placed).read();
      case "COPY" -> new TransferReader(cursor, true).read();
      case "ADD" -> new TransferReader(cursor, false).read();
      case "FROM" -> stage(FromReader.from(cursor));
      case "ARG" -> FromReader.arg(cursor);
      case "ENV" -> {
        var pairs = new PairsReader(cursor);
        yield new Instruction.Env(statement, pairs.read(), pairs.old());
      }
      case "LABEL" -> {
        var pairs = new PairsReader(cursor);
        yield new Instruction.Label(statement, pairs.read(), pairs.old());
      }
      case "CMD" -> new Instruction.Cmd(statement, Documents.command(cursor, lines));
      case "ENTRYPOINT" -> new Instruction.Entrypoint(statement, Documents.command(cursor, lines));
      case "SHELL" -> new Instruction.Shell(statement, CommandReader.read(cursor));
      case "EXPOSE" -> new ExposeReader(cursor).read();
      case "HEALTHCHECK" -> new HealthcheckReader(cursor).read();
      case "ONBUILD" -> new Instruction.Onbuild(statement, trigger(cursor, depth));
      default -> line(cursor, keyword);
    };
  }

  /// A stage begins where the one it is built from has its folder.
  private Instruction stage(Instruction.From from) {
    placed = placedStages.contains(from.image().text());
    current = from.name().map(Word::text).orElse("");
    if (placed) {
      placedStages.add(current);
    }
    return from;
  }

  private Instruction line(Cursor cursor, String keyword) throws Refused {
    Statement statement = cursor.statement;
    return switch (keyword) {
      case "VOLUME" -> new Instruction.Volume(statement, volumes(cursor));
      case "WORKDIR" -> {
        placed = true;
        placedStages.add(current);
        yield new Instruction.Workdir(statement, cursor.line("a path"));
      }
      case "USER" -> new Instruction.User(statement, cursor.line("a user"));
      case "STOPSIGNAL" -> new Instruction.Stopsignal(statement, cursor.line("a signal"));
      default -> new Instruction.Maintainer(statement, cursor.line("a name"));
    };
  }

  private static List<Word> volumes(Cursor cursor) throws Refused {
    Optional<List<Word>> list = CommandReader.list(cursor);
    return list.isPresent() ? list.get() : List.of(cursor.line("a path"));
  }

  /// The instruction inside ONBUILD, a statement of its own on the same line.
  private Instruction trigger(Cursor outer, int depth) throws Refused {
    if (depth > MOST_TRIGGERS) {
      throw outer.refuse("too many triggers inside each other");
    }
    Statement statement = outer.statement;
    MappedText line = statement.line().slice(outer.at);
    String word = outer.keyword();
    var inner =
        new Statement(
            statement.index(),
            new Word(line.toString().substring(0, word.length()), line.span(0, word.length())),
            line,
            statement.flags(),
            line.slice(word.length()).trim(),
            statement.heredocs(),
            statement.above(),
            statement.blanks(),
            statement.span());
    try {
      return instruction(new Cursor(inner, file.escape(), outer.tail), depth + 1);
    } catch (Refused e) {
      throw new Refused(outer.at + e.offset, e.reason, e.sure);
    }
  }
}
