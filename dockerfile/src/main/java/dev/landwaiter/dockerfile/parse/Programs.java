package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Mount;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Understands the instructions with a command: RUN, CMD, ENTRYPOINT and SHELL.
final class Programs {
  private Programs() {}

  /// Makes an instruction of its command.
  interface Form {
    Instruction of(Statement statement, CommandLine command);
  }

  static Instruction command(StatementReader reader, Form form) {
    Optional<CommandLine> line = line(reader, reader.arguments());
    reader.flags();
    return line.<Instruction>map(each -> form.of(reader.statement(), each))
        .orElseGet(() -> new Instruction.Broken(reader.statement()));
  }

  /// An array of words or a text for the shell; nothing, after a trouble, for other arrays.
  static Optional<CommandLine> line(StatementReader reader, MappedText text) {
    Optional<JsonArray> array = JsonArray.of(text.trim());
    if (array.isEmpty()) {
      return Optional.of(new CommandLine.Shell(text));
    }
    return reader.strings(array.get()).map(CommandLine.Exec::new);
  }

  static Instruction run(StatementReader reader) {
    Optional<CommandLine> line = line(reader, reader.arguments());
    reader.flags();
    Statement statement = reader.statement();
    List<Mount> mounts = mounts(reader);
    Optional<String> network = choice(reader, "network", List.of("default", "none", "host"));
    Optional<String> security = choice(reader, "security", List.of("sandbox", "insecure"));
    return line.<Instruction>map(
            each -> new Instruction.Run(statement, each, mounts, network, security))
        .orElseGet(() -> new Instruction.Broken(statement));
  }

  private static List<Mount> mounts(StatementReader reader) {
    if (reader.statement().flags().isEmpty()) {
      return List.of();
    }
    List<Mount> mounts = new ArrayList<>();
    for (Flag flag : reader.statement().flags()) {
      if (flag.value().isEmpty()) {
        continue;
      }
      if (flag.name().equals("mount")) {
        Mounts.read(flag, reader).ifPresent(mounts::add);
      } else if (flag.name().equals("device")) {
        Devices.check(flag, reader);
      }
    }
    return List.copyOf(mounts);
  }

  private static Optional<String> choice(
      StatementReader reader, String name, List<String> choices) {
    Optional<Flag> flag = reader.statement().flag(name);
    Optional<String> value = flag.flatMap(Flag::value);
    if (value.isPresent() && !choices.contains(value.get())) {
      reader.refuse(
          flag.get().span(),
          "the flag --" + name + " cannot be " + Quoted.of(value.get()),
          Suggestion.hint(value.get(), choices, "", "it is one of " + String.join(", ", choices)));
    }
    return value;
  }

  static Instruction shell(StatementReader reader) {
    Optional<CommandLine> line = line(reader, reader.arguments());
    reader.flags();
    if (line.isEmpty()) {
      return new Instruction.Broken(reader.statement());
    }
    String hint = "write SHELL [\"program\", \"argument\"]";
    switch (line.get()) {
      case CommandLine.Shell shell -> {
        if (shell.text().isEmpty()) {
          return reader.broken("SHELL needs a program", hint);
        }
        reader.refuse(
            shell.text().span(), "SHELL takes its arguments as an array of strings", hint);
      }
      case CommandLine.Exec exec -> {
        if (exec.words().isEmpty()) {
          return reader.broken("SHELL needs a program", hint);
        }
      }
    }
    return new Instruction.Shell(reader.statement(), line.get());
  }
}
