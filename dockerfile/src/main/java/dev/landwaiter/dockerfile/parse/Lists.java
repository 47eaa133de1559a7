package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.Blank;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.List;
import java.util.Optional;

/// Understands VOLUME and EXPOSE.
final class Lists {
  private Lists() {}

  static Instruction volume(StatementReader reader) {
    Optional<List<Word>> paths = reader.words();
    if (paths.isEmpty()) {
      return new Instruction.Broken(reader.statement());
    }
    if (paths.get().isEmpty()) {
      return reader.broken("VOLUME needs a path", "");
    }
    reader.flags();
    for (Word path : paths.get()) {
      if (Blank.trim(path.text()).isEmpty()) {
        return reader.broken("a path of VOLUME is empty", "");
      }
    }
    return new Instruction.Volume(reader.statement(), List.copyOf(paths.get()));
  }

  static Instruction expose(StatementReader reader) {
    List<Word> ports = Words.list(reader.arguments());
    if (ports.isEmpty()) {
      return reader.broken("EXPOSE needs a port", "write EXPOSE 8080 or EXPOSE 53/udp");
    }
    reader.flags();
    return new Instruction.Expose(reader.statement(), List.copyOf(ports));
  }
}
