package dev.landwaiter.dockerfile.shell.view;

import dev.landwaiter.dockerfile.shell.Node;
import dev.landwaiter.dockerfile.shell.Script;
import java.util.function.Consumer;

/// Goes through all commands of a script: an outer one before those inside it, else from left to
/// right. What is nested is bounded by the reader.
final class Walk {
  private final Consumer<Node.Simple> simple;
  private final Inside inside = new Inside(this::script);
  private boolean pipe;

  Walk(Consumer<Node.Simple> simple) {
    this.simple = simple;
  }

  /// Whether a pipe was met.
  boolean pipe() {
    return pipe;
  }

  void script(Script script) {
    for (Script.Step step : script.steps()) {
      pipe |= step.commands().size() > 1;
      step.commands().forEach(this::node);
    }
  }

  private void node(Node node) {
    inside.redirections(node.redirections());
    switch (node) {
      case Node.Simple it -> {
        simple.accept(it);
        it.assignments().forEach(inside::assignment);
        inside.words(it.words());
        it.settings().forEach(inside::assignment);
        script(it.timed());
      }
      case Node.Test it -> inside.words(it.words());
      case Node.Compound it -> {
        inside.words(it.words());
        it.bodies().forEach(this::script);
      }
    }
  }
}
