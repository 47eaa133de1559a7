package dev.landwaiter.dockerfile.syntax;

import java.util.List;
import java.util.Optional;

/// One instruction with its arguments understood.
public sealed interface Instruction {
  Statement statement();

  /// Number of its first line.
  default int line() {
    return statement().firstLine();
  }

  /// Begins a stage.
  ///
  /// @param image as written, variables in it
  /// @param name of the stage, as written
  record From(Statement statement, Word image, Optional<Word> platform, Optional<Word> name)
      implements Instruction {}

  /// One name of ARG and its default.
  record Argument(Word name, Optional<Word> value) {}

  record Arg(Statement statement, List<Argument> arguments) implements Instruction {}

  /// RUN.
  ///
  /// @param network value of `--network`
  /// @param security value of `--security`
  record Run(
      Statement statement,
      CommandLine command,
      List<Mount> mounts,
      Optional<String> network,
      Optional<String> security)
      implements Instruction {}

  record Cmd(Statement statement, CommandLine command) implements Instruction {}

  record Entrypoint(Statement statement, CommandLine command) implements Instruction {}

  /// COPY and ADD.
  ///
  /// Heredocs are sources too: their markers are not among `sources`, see the statement.
  sealed interface Transfer extends Instruction {
    List<Word> sources();

    Word target();
  }

  /// COPY.
  ///
  /// @param from the value of `--from`, quotes as written
  record Copy(Statement statement, List<Word> sources, Word target, Optional<Word> from)
      implements Transfer {}

  record Add(Statement statement, List<Word> sources, Word target) implements Transfer {}

  /// ENV and LABEL.
  sealed interface Pairs extends Instruction {
    List<Pair> pairs();

    /// Whether it is written in the old form, `ENV name value`.
    boolean old();
  }

  record Env(Statement statement, List<Pair> pairs, boolean old) implements Pairs {}

  record Label(Statement statement, List<Pair> pairs, boolean old) implements Pairs {}

  /// EXPOSE.
  ///
  /// @param ports as written, in the order written
  record Expose(Statement statement, List<Word> ports) implements Instruction {}

  /// HEALTHCHECK.
  ///
  /// @param command nothing for `HEALTHCHECK NONE`
  record Healthcheck(Statement statement, Optional<CommandLine> command) implements Instruction {}

  record Maintainer(Statement statement, Word name) implements Instruction {}

  record Onbuild(Statement statement, Instruction trigger) implements Instruction {}

  /// SHELL.
  ///
  /// @param command an array for the builder; older readers also take a text
  record Shell(Statement statement, CommandLine command) implements Instruction {}

  record Stopsignal(Statement statement, Word signal) implements Instruction {}

  record User(Statement statement, Word user) implements Instruction {}

  record Volume(Statement statement, List<Word> paths) implements Instruction {}

  record Workdir(Statement statement, Word path) implements Instruction {}

  /// An instruction that could not be understood; the file's trouble says why.
  record Broken(Statement statement) implements Instruction {}
}
