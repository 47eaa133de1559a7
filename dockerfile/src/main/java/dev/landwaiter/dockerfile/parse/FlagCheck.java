package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Checks the flags of an instruction against those it knows.
final class FlagCheck {
  private FlagCheck() {}

  static void check(Statement statement, String keyword, Sink sink) {
    if (statement.flags().isEmpty()) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Flag flag : statement.flags()) {
      FlagKinds.Kind kind = FlagKinds.of(keyword, flag.name());
      boolean again = !seen.add(flag.name());
      if (again && kind != FlagKinds.Kind.LIST) {
        if (kind != FlagKinds.Kind.UNKNOWN) {
          twice(flag, sink);
        }
        continue;
      }
      switch (kind) {
        case UNKNOWN -> unknown(flag, keyword, sink);
        case LIST, TEXT -> text(flag, sink);
        case BOOLEAN -> truth(flag, sink);
      }
    }
  }

  private static void unknown(Flag flag, String keyword, Sink sink) {
    List<String> names = FlagKinds.names(keyword);
    String known =
        names.isEmpty()
            ? keyword + " takes no flags"
            : keyword + " takes --" + String.join(", --", names);
    sink.refuse(
        flag.span(),
        keyword + " does not know the flag " + quoted(flag),
        Suggestion.hint(flag.name(), names, "--", known));
  }

  private static void twice(Flag flag, Sink sink) {
    sink.refuse(
        flag.span(),
        "the flag " + quoted(flag) + " stands here a second time",
        "keep one of the two");
  }

  private static void text(Flag flag, Sink sink) {
    if (flag.value().isEmpty()) {
      sink.refuse(
          flag.span(),
          "the flag " + quoted(flag) + " needs a value",
          "write --" + flag.name() + "=…");
    }
  }

  private static void truth(Flag flag, Sink sink) {
    String value = flag.value().orElse("true").toLowerCase(Locale.ROOT);
    if (!value.equals("true") && !value.equals("false")) {
      sink.refuse(
          flag.span(),
          "the flag " + quoted(flag) + " is true or false, not " + Quoted.of(value),
          "leave the value out, or write true or false");
    }
  }

  private static String quoted(Flag flag) {
    return Quoted.of("--" + flag.name());
  }

  /// Takes what is wrong.
  interface Sink {
    void refuse(Span span, String message, String hint);
  }
}
