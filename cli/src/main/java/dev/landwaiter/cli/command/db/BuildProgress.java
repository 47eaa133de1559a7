package dev.landwaiter.cli.command.db;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.world.World;
import java.util.function.Consumer;

/// One line on a terminal that tells what a build is doing; rewritten in place, gone at the end.
/// Without a terminal it is a detail.
final class BuildProgress implements Consumer<String> {
  private final Invocation invocation;
  private final boolean drawn;

  BuildProgress(Invocation invocation) {
    this.invocation = invocation;
    this.drawn = invocation.world().terminal().stderr() && !invocation.log().quiet();
  }

  @Override
  public void accept(String line) {
    if (drawn) {
      World world = invocation.world();
      int width = world.terminal().width() > 20 ? world.terminal().width() - 1 : 79;
      String plain = Plain.lines(line).replace('\n', ' ');
      world.stderr().print("\r\u001b[K" + plain.substring(0, Math.min(plain.length(), width)));
      world.stderr().flush();
    } else {
      invocation.log().debug(line);
    }
  }

  /// Removes the line, so that other text can follow.
  void clear() {
    if (drawn) {
      invocation.world().stderr().print("\r\u001b[K");
      invocation.world().stderr().flush();
    }
  }
}
