package dev.landwaiter.dockerfile.shell.view;

import dev.landwaiter.dockerfile.shell.Assignment;
import dev.landwaiter.dockerfile.shell.Part;
import dev.landwaiter.dockerfile.shell.Redirection;
import dev.landwaiter.dockerfile.shell.Script;
import dev.landwaiter.dockerfile.shell.ShellWord;
import java.util.List;
import java.util.function.Consumer;

/// Finds the scripts that stand inside words, from left to right.
///
/// @param found gets each `$(...)`, `<(...)` and their like; what stands inside them is not looked
///   for
record Inside(Consumer<Script> found) {
  void redirections(List<Redirection> redirections) {
    for (Redirection each : redirections) {
      words(each.target());
      parts(each.body());
    }
  }

  void assignment(Assignment assignment) {
    parts(assignment.index());
    words(assignment.value());
  }

  void words(List<ShellWord> words) {
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
        case Part.Substitution it -> found.accept(it.script());
        case Part.Process it -> found.accept(it.script());
        case Part.Arithmetic it -> parts(it.parts());
        case Part.Pattern it -> parts(it.parts());
        case Part.Braces it -> parts(it.parts());
      }
    }
  }
}
