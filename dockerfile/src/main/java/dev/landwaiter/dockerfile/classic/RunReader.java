package dev.landwaiter.dockerfile.classic;

import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Mount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// RUN.
final class RunReader {
  private final Cursor cursor;
  private final boolean placed;
  private final List<Mount> mounts = new ArrayList<>();
  private Optional<String> network = Optional.empty();
  private Optional<String> security = Optional.empty();

  /// @param placed whether the stage has a WORKDIR, so that a mount needs no target
  RunReader(Cursor cursor, boolean placed) {
    this.cursor = cursor;
    this.placed = placed;
  }

  Instruction read() throws Refused {
    while (flag()) {
      if (!cursor.skipBlanks() && !cursor.atEnd()) {
        throw cursor.refuse("expected a blank behind the flag");
      }
    }
    return new Instruction.Run(
        cursor.statement, CommandReader.read(cursor), mounts, network, security);
  }

  private boolean flag() throws Refused {
    if (cursor.take("--mount=")) {
      mounts.add(new MountReader(cursor, placed).read());
    } else if (cursor.take("--network=")) {
      network = Optional.of(choice("none", "host", "default"));
    } else if (cursor.take("--security=")) {
      security = Optional.of(choice("insecure", "sandbox"));
    } else {
      return false;
    }
    return true;
  }

  private String choice(String... words) throws Refused {
    for (String each : words) {
      if (cursor.take(each)) {
        return each;
      }
    }
    throw cursor.refuse("expected one of " + String.join(", ", words));
  }
}
