package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Trouble;
import dev.landwaiter.dockerfile.syntax.Trouble.Phase;
import java.util.ArrayList;
import java.util.List;

/// Collects what the builder would refuse.
///
/// The builder reads the whole file before it looks at the meaning of any instruction, so the
/// troubles of the first phase come before all others.
final class Troubles {
  private final List<Trouble> parse = new ArrayList<>(0);
  private final List<Trouble> instructions = new ArrayList<>(0);

  /// @param line the one that the builder names
  void parse(int line, Span span, String message, String hint) {
    parse.add(new Trouble(Phase.PARSE, span, message, hint, line));
  }

  /// @param line the one that the builder names
  void instruction(int line, Span span, String message, String hint) {
    instructions.add(new Trouble(Phase.INSTRUCTIONS, span, message, hint, line));
  }

  /// The file, or the rest of it, is not read.
  void limit(Span span, String message, String hint) {
    parse.add(new Trouble(Phase.LIMIT, span, message, hint, 0));
  }

  List<Trouble> all() {
    if (parse.isEmpty()) {
      return instructions;
    }
    parse.sort((one, other) -> Integer.compare(one.line(), other.line()));
    List<Trouble> all = new ArrayList<>(parse);
    all.addAll(instructions);
    return all;
  }
}
