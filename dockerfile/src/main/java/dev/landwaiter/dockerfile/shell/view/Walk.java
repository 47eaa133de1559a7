package dev.landwaiter.dockerfile.shell.view;

import dev.landwaiter.dockerfile.shell.Assignment;
import dev.landwaiter.dockerfile.shell.Node;
import dev.landwaiter.dockerfile.shell.Part;
import dev.landwaiter.dockerfile.shell.Redirection;
import dev.landwaiter.dockerfile.shell.Script;
import dev.landwaiter.dockerfile.shell.ShellWord;
import java.util.List;
import java.util.function.Consumer;

/// Goes through all commands of a script: an outer one before those inside it, else from left to
/// right. What is nested is bounded by the reader.
final class Walk {
  private final Consumer<Node.Simple> simple;
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
    redirections(node.redirections());
    switch (node) {
      case Node.Simple it -> {
        simple.accept(it);
        it.assignments().forEach(this::assignment);
        words(it.words());
        it.settings().forEach(this::assignment);
        script(it.timed());
      }
      case Node.Test it -> words(it.words());
      case Node.Compound it -> {
        words(it.words());
        it.bodies().forEach(this::script);
      }
    }
  }

  private void redirections(List<Redirection> redirections) {
    for (Redirection each : redirections) {
      words(each.target());
      parts(each.body());
    }
  }

  private void assignment(Assignment assignment) {
    parts(assignment.index());
    words(assignment.value());
  }

  private void words(List<ShellWord> words) {
    for (ShellWord word : words) {
      parts(word.parts());
    }
  }

  private void parts(List<Part> parts) {
    for (Part part : parts) {
      switch (part) {
        case Part.Literal _, Part.Single _, Part.Ansi _, Part.Glob _ -> {}
        case Part.Quoted it -> parts(it.parts());
        case Part.Parameter it -> parts(it.inner());
        case Part.Substitution it -> script(it.script());
        case Part.Process it -> script(it.script());
        case Part.Arithmetic it -> parts(it.parts());
        case Part.Pattern it -> parts(it.parts());
        case Part.Braces it -> parts(it.parts());
      }
    }
  }
}
