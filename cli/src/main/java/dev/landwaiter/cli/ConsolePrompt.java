package dev.landwaiter.cli;

import dev.landwaiter.cli.world.World;
import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks at the terminal that the process was started from.
final class ConsolePrompt implements World.Prompt {
  @Override
  public Optional<String> ask(String question, boolean hidden) {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .flatMap(console -> Optional.ofNullable(answer(console, question, hidden)));
  }

  private static @Nullable String answer(Console console, String question, boolean hidden) {
    if (!hidden) {
      return console.readLine("%s", question);
    }
    char[] typed = console.readPassword("%s", question);
    return typed == null ? null : new String(typed);
  }
}
