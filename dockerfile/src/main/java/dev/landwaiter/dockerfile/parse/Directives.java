package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.Directive;
import dev.landwaiter.dockerfile.syntax.DirectiveText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parser directives at the top of a file; any other line ends them for good.
final class Directives {
  private final Source source;
  private final Troubles troubles;
  private final List<Directive> found = new ArrayList<>(2);
  private boolean open = true;
  private char escape = '\\';

  Directives(Source source, Troubles troubles) {
    this.source = source;
    this.troubles = troubles;
  }

  List<Directive> found() {
    return found;
  }

  char escape() {
    return escape;
  }

  /// Whether the line, which begins behind its white space at `start`, is a directive.
  boolean take(int line, int start, int end) {
    if (!open) {
      return false;
    }
    Optional<DirectiveText> possible =
        DirectiveText.read(source.text, "#", start, end).filter(DirectiveText::known);
    if (possible.isEmpty()) {
      open = false;
      return false;
    }
    DirectiveText read = possible.get();
    String name = read.name();
    for (Directive other : found) {
      if (other.name().equals(name)) {
        troubles.parse(
            line,
            source.span(line, start, end),
            "the directive " + name + " stands here a second time",
            "keep one of the two");
        return false;
      }
    }
    if (name.equals("escape") && !setEscape(read.value())) {
      troubles.parse(
          line,
          source.span(line, start, end),
          "the escape character cannot be " + Quoted.of(read.value()),
          "only a backslash or a back-tick is possible");
    }
    found.add(new Directive(name, read.value(), source.span(line, start, end)));
    return true;
  }

  private boolean setEscape(String value) {
    if (value.equals("`") || value.equals("\\")) {
      escape = value.charAt(0);
      return true;
    }
    return false;
  }
}
