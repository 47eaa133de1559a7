package dev.landwaiter.dockerfile.shell.view;

import dev.landwaiter.dockerfile.shell.Node;
import dev.landwaiter.dockerfile.shell.Part;
import dev.landwaiter.dockerfile.shell.Script;
import dev.landwaiter.dockerfile.shell.ShellWord;
import java.util.List;

/// Words as rules compare them: without quotes, variables as `${name}` (reference: 10.5).
final class Rendering {
  private Rendering() {}

  static String of(ShellWord word) {
    List<Part> parts = word.parts();
    if (parts.size() == 1) {
      if (parts.getFirst() instanceof Part.Literal only) {
        return only.text();
      }
      if (parts.getFirst() instanceof Part.Single only) {
        return only.text();
      }
    }
    var text = new StringBuilder();
    append(parts, text);
    return text.toString();
  }

  private static void append(List<Part> parts, StringBuilder text) {
    for (Part part : parts) {
      switch (part) {
        case Part.Literal it -> text.append(it.text());
        case Part.Single it -> text.append(it.text());
        case Part.Ansi it -> text.append(it.text());
        case Part.Quoted it -> {
          if (!it.locale()) {
            append(it.parts(), text);
          }
        }
        case Part.Parameter it -> {
          text.append("${");
          append(it.inner(), text);
          text.append('}');
        }
        case Part.Substitution it -> {
          text.append("${");
          if (it.old()) {
            text.append("VAR");
          } else {
            glue(it.script(), text);
          }
          text.append('}');
        }
        case Part.Arithmetic it -> text.append("${VAR}");
        case Part.Glob it -> text.append(it.text());
        case Part.Process it -> {}
        case Part.Pattern it -> {}
        case Part.Braces it -> {}
      }
    }
  }

  /// The words of one plain command without separators.
  private static void glue(Script script, StringBuilder text) {
    if (script.steps().size() == 1
        && script.steps().getFirst().commands().size() == 1
        && script.steps().getFirst().commands().getFirst() instanceof Node.Simple simple) {
      for (ShellWord word : simple.words()) {
        append(word.parts(), text);
      }
      glue(simple.timed(), text);
    }
  }
}
