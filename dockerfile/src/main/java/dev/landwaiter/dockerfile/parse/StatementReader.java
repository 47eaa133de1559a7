package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Keywords;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Statement;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.List;
import java.util.Optional;

/// One statement being understood.
final class StatementReader implements FlagCheck.Sink {
  private final Statement statement;
  private final char escape;
  private final Troubles troubles;
  private final boolean trigger;
  private final String keyword;

  /// @param trigger whether the statement is that of ONBUILD, whose meaning the builder leaves to
  ///   the builds that come later
  StatementReader(Statement statement, char escape, Troubles troubles, boolean trigger) {
    this.statement = statement;
    this.escape = escape;
    this.troubles = troubles;
    this.trigger = trigger;
    this.keyword = Keywords.normal(statement.keyword().text());
  }

  String keyword() {
    return keyword;
  }

  Statement statement() {
    return statement;
  }

  MappedText arguments() {
    return statement.arguments();
  }

  char escape() {
    return escape;
  }

  @Override
  public void refuse(Span span, String message, String hint) {
    if (!trigger) {
      troubles.instruction(statement.firstLine(), span, message, hint);
    }
  }

  Instruction broken(String message, String hint) {
    refuse(statement.line().span(), message, hint);
    return new Instruction.Broken(statement);
  }

  /// Broken already for the first step of the builder.
  Instruction unreadable(Span span, String message, String hint) {
    troubles.parse(statement.firstLine(), span, message, hint);
    return new Instruction.Broken(statement);
  }

  void flags() {
    FlagCheck.check(statement, keyword, this);
  }

  Instruction read() {
    return switch (keyword) {
      case "FROM" -> Stages.from(this);
      case "ARG" -> Names.arg(this);
      case "ENV" -> Names.pairs(this, Instruction.Env::new);
      case "LABEL" -> Names.pairs(this, Instruction.Label::new);
      case "RUN" -> Programs.run(this);
      case "CMD" -> Programs.command(this, Instruction.Cmd::new);
      case "ENTRYPOINT" -> Programs.command(this, Instruction.Entrypoint::new);
      case "SHELL" -> Programs.shell(this);
      case "HEALTHCHECK" -> Healthchecks.read(this);
      case "COPY", "ADD" -> Transfers.read(this);
      case "VOLUME" -> Lists.volume(this);
      case "EXPOSE" -> Lists.expose(this);
      case "ONBUILD" -> Triggers.read(this, troubles);
      case "MAINTAINER" -> single(Instruction.Maintainer::new, true);
      case "USER" -> single(Instruction.User::new, true);
      case "WORKDIR" -> single(Instruction.Workdir::new, true);
      case "STOPSIGNAL" -> single(Instruction.Stopsignal::new, false);
      default -> unknown();
    };
  }

  private Instruction unknown() {
    String written = statement.keyword().text();
    refuse(
        statement.keyword().span(),
        "there is no instruction " + Quoted.of(written),
        Suggestion.keyword(
            written, "if it belongs to the instruction above, that one's last line must continue"));
    return new Instruction.Broken(statement);
  }

  /// Makes an instruction of its one argument.
  interface Single {
    Instruction of(Statement statement, Word argument);
  }

  private Instruction single(Single form, boolean checked) {
    if (arguments().isEmpty()) {
      return broken(keyword + " needs an argument", "");
    }
    if (checked) {
      flags();
    }
    return form.of(statement, Words.word(arguments()));
  }

  /// The argument as a JSON array of strings or as white-space separated words; nothing, after a
  /// trouble, for an array of something else.
  Optional<List<Word>> words() {
    Optional<JsonArray> array = JsonArray.of(arguments());
    if (array.isEmpty()) {
      return Optional.of(Words.list(arguments()));
    }
    return strings(array.get());
  }

  /// The strings of an array; nothing, after a trouble, where something else is in it.
  Optional<List<Word>> strings(JsonArray array) {
    if (!array.strings()) {
      troubles.parse(
          statement.firstLine(),
          arguments().span(),
          "an array of arguments may have nothing but strings in it",
          "put every argument in double quotes");
      return Optional.empty();
    }
    return Optional.of(array.words());
  }
}
