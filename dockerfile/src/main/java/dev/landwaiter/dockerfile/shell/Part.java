package dev.landwaiter.dockerfile.shell;

import java.util.List;

/// A piece of a word. Offsets count characters of the script's text; `end` is behind the last one.
public sealed interface Part {
  int start();

  int end();

  /// Ordinary characters outside quotes, and those inside double quotes.
  ///
  /// @param text without the backslashes that quote
  record Literal(int start, int end, String text) implements Part {}

  /// `'...'`.
  record Single(int start, int end, String text) implements Part {}

  /// `$'...'`.
  ///
  /// @param text as written between the quotes
  record Ansi(int start, int end, String text) implements Part {}

  /// `"..."` and `$"..."`.
  record Quoted(int start, int end, boolean locale, List<Part> parts) implements Part {
    public Quoted {
      parts = List.copyOf(parts);
    }
  }

  /// `$name` and `${...}`.
  ///
  /// @param inner the name, and behind it what else stands between the braces
  record Parameter(int start, int end, boolean braced, List<Part> inner) implements Part {
    public Parameter {
      inner = List.copyOf(inner);
    }
  }

  /// `$(...)`, `${ ...;}` and, where `old`, back-ticks.
  record Substitution(int start, int end, boolean old, Script script) implements Part {}

  /// `<(...)` and `>(...)`.
  record Process(int start, int end, Script script) implements Part {}

  /// `$((...))` and `$[...]`.
  ///
  /// @param parts the words and expansions in the expression
  record Arithmetic(int start, int end, List<Part> parts) implements Part {
    public Arithmetic {
      parts = List.copyOf(parts);
    }
  }

  /// `*`, `?` and `[...]`.
  record Glob(int start, int end, String text) implements Part {}

  /// An extended pattern such as `@(a|b)`, or an array in brackets inside another one.
  record Pattern(int start, int end, List<Part> parts) implements Part {
    public Pattern {
      parts = List.copyOf(parts);
    }
  }

  /// `{a,b}` and `{1..9}`.
  record Braces(int start, int end, List<Part> parts) implements Part {
    public Braces {
      parts = List.copyOf(parts);
    }
  }
}
