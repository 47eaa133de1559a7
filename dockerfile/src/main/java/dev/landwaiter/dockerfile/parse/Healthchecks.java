package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.Locale;
import java.util.Optional;

/// Understands HEALTHCHECK.
final class Healthchecks {
  private static final String EXAMPLE = "write HEALTHCHECK CMD command, or HEALTHCHECK NONE";

  private Healthchecks() {}

  static Instruction read(StatementReader reader) {
    MappedText text = reader.arguments();
    int end = 0;
    while (end < text.length() && !FlagReader.endsWord(text.charAt(end))) {
      end++;
    }
    if (end == 0) {
      return reader.broken("HEALTHCHECK needs CMD or NONE", EXAMPLE);
    }
    int start = end;
    while (start < text.length() && FlagReader.isSpace(text.charAt(start))) {
      start++;
    }
    MappedText rest = text.slice(start);
    Optional<CommandLine> line = Programs.line(reader, rest);
    if (line.isEmpty()) {
      return new Instruction.Broken(reader.statement());
    }
    boolean empty =
        switch (line.get()) {
          case CommandLine.Exec exec -> exec.words().isEmpty();
          case CommandLine.Shell shell -> shell.text().isEmpty();
        };
    String type = text.toString().substring(0, end).toUpperCase(Locale.ROOT);
    if (type.equals("NONE")) {
      return empty
          ? new Instruction.Healthcheck(reader.statement(), Optional.empty())
          : reader.broken("HEALTHCHECK NONE takes nothing more", EXAMPLE);
    }
    reader.flags();
    if (!type.equals("CMD")) {
      return reader.broken(
          "HEALTHCHECK begins with CMD or NONE, not with " + Quoted.of(text.slice(0, end)),
          EXAMPLE);
    }
    if (empty) {
      return reader.broken("HEALTHCHECK CMD needs a command", EXAMPLE);
    }
    values(reader);
    return new Instruction.Healthcheck(reader.statement(), line);
  }

  private static void values(StatementReader reader) {
    for (Flag flag : reader.statement().flags()) {
      String value = flag.value().orElse("");
      if (value.isEmpty()) {
        continue;
      }
      switch (flag.name()) {
        case "interval", "timeout", "start-period", "start-interval" ->
            duration(reader, flag, value);
        case "retries" -> retries(reader, flag, value);
        default -> {}
      }
    }
  }

  private static void duration(StatementReader reader, Flag flag, String value) {
    Optional<Long> nanoseconds = Durations.nanoseconds(value);
    if (nanoseconds.isEmpty()) {
      reader.refuse(
          flag.span(),
          Quoted.of(value) + " is no duration",
          "write numbers with units, such as 30s or 1m30s");
    } else if (nanoseconds.get() != 0 && nanoseconds.get() < 1_000_000) {
      reader.refuse(
          flag.span(), "the duration of --" + flag.name() + " is below 1ms", "0 means the default");
    }
  }

  private static void retries(StatementReader reader, Flag flag, String value) {
    if (!isCount(value)) {
      reader.refuse(
          flag.span(),
          Quoted.of(value) + " is no number of retries",
          "write a whole number from 0");
    }
  }

  /// Whether it is a decimal number of 31 bits; a plus sign and the negative zero are possible.
  private static boolean isCount(String value) {
    int start = value.charAt(0) == '+' || value.charAt(0) == '-' ? 1 : 0;
    long number = 0;
    for (int i = start; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
      number = Math.min(10 * number + c - '0', Integer.MAX_VALUE + 1L);
    }
    return value.length() > start
        && number <= Integer.MAX_VALUE
        && (value.charAt(0) != '-' || number == 0);
  }
}
