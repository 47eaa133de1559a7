package dev.landwaiter.dockerfile.shell;

import java.util.List;
import java.util.Optional;

/// One word of a script.
public record ShellWord(int start, int end, List<Part> parts) {
  public ShellWord {
    parts = List.copyOf(parts);
  }

  /// Its text, where it is the same whatever the variables hold.
  public Optional<String> literal() {
    if (parts.size() == 1 && parts.getFirst() instanceof Part.Literal only) {
      return Optional.of(only.text());
    }
    var text = new StringBuilder();
    return append(parts, text) ? Optional.of(text.toString()) : Optional.empty();
  }

  private static boolean append(List<Part> parts, StringBuilder text) {
    for (Part part : parts) {
      boolean known =
          switch (part) {
            case Part.Literal it -> {
              text.append(it.text());
              yield true;
            }
            case Part.Single it -> {
              text.append(it.text());
              yield true;
            }
            case Part.Ansi it -> {
              text.append(it.text());
              yield true;
            }
            case Part.Quoted it -> append(it.parts(), text);
            case Part.Parameter it -> false;
            case Part.Substitution it -> false;
            case Part.Process it -> false;
            case Part.Arithmetic it -> false;
            case Part.Glob it -> false;
            case Part.Pattern it -> false;
            case Part.Braces it -> false;
          };
      if (!known) {
        return false;
      }
    }
    return true;
  }

  /// Whether it begins with a dash outside quotes.
  public boolean dashed() {
    return !parts.isEmpty()
        && parts.getFirst() instanceof Part.Literal first
        && first.text().startsWith("-");
  }
}
