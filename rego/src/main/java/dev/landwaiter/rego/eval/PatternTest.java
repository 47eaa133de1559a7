package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.automaton.Automaton;
import org.jspecify.annotations.Nullable;

/// `regex.match` with a constant pattern: by an automaton of its own once it has been called some
/// times, unless the pattern is unusual.
final class PatternTest extends Operators.Truth {
  /// So many calls are not worth an automaton.
  private static final int FEW = 20;

  private final StringValue pattern;
  private final Node text;
  private final Calls.BuiltIn plain;

  /// Counts up to [#FEW]; threads may miss each other's calls.
  private int calls;

  private @Nullable Automaton automaton;

  PatternTest(StringValue pattern, Node text, Calls.BuiltIn plain) {
    this.pattern = pattern;
    this.text = text;
    this.plain = plain;
  }

  @Override
  int test(Frame frame) {
    Value value = text.eval(frame);
    if (value == null) {
      return -1;
    }
    if (value instanceof StringValue string) {
      Automaton made = automaton;
      if (made != null) {
        switch (made.find(string.text())) {
          case YES -> {
            return 1;
          }
          case NO -> {
            return 0;
          }
          case UNKNOWN -> {}
        }
      } else if (calls <= FEW && ++calls == FEW) {
        automaton = Automaton.of(pattern.text()).orElse(null);
      }
    }
    Value result = plain.call(frame.scope, new Value[] {pattern, value});
    return result == null ? -1 : Node.isTrue(result) ? 1 : 0;
  }
}
