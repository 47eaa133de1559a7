package dev.landwaiter.dockerfile.shell.view;

import dev.landwaiter.dockerfile.shell.Node;
import dev.landwaiter.dockerfile.shell.Script;
import java.util.List;
import java.util.Optional;

/// Pipes that hide failures.
final class Pipes {
  private Pipes() {}

  /// Whether a command before the last one may fail unnoticed, and somebody cares.
  ///
  /// @param behind the steps that follow
  static boolean hide(Script.Step step, List<Script.Step> behind) {
    List<Node> commands = step.commands();
    return commands.size() > 1
        && !commands.subList(0, commands.size() - 1).stream().allMatch(Pipes::succeeds)
        && (behind.isEmpty() || !forgives(behind.getFirst()));
  }

  /// `|| true`.
  private static boolean forgives(Script.Step step) {
    return step.before() == Script.Connector.OR
        && step.commands().size() == 1
        && name(step.commands().getFirst())
            .filter(each -> each.equals("true") || each.equals(":"))
            .isPresent();
  }

  /// Programs that only write what they are told.
  private static boolean succeeds(Node node) {
    return name(node)
        .filter(each ->
            switch (each) {
              case "echo", "printf", "yes", "true", ":" -> true;
              default -> false;
            })
        .isPresent();
  }

  private static Optional<String> name(Node node) {
    return node instanceof Node.Simple simple && !simple.words().isEmpty()
        ? simple.words().getFirst().literal()
        : Optional.empty();
  }

  /// Whether pipes are watched behind `set` with these words.
  static boolean watched(List<Item> words, boolean before) {
    boolean watched = before;
    for (int i = 1; i + 1 < words.size(); i++) {
      String option = words.get(i).text();
      if (words.get(i + 1).text().equals("pipefail") && option.endsWith("o")) {
        watched = option.startsWith("-");
      }
    }
    return watched;
  }
}
