package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import org.jspecify.annotations.Nullable;

/// One body of a rule: the rule itself or a branch of its `else` chain.
final class Choice {
  private final Slots.Size size;
  private final Pattern[] arguments;
  private final Step body;
  private final Location at;

  /// @param arguments what the arguments (or the keys asked for) have to look like
  Choice(Slots.Size size, Pattern[] arguments, Step body, Location at) {
    this.size = size;
    this.arguments = arguments;
    this.body = body;
    this.at = at;
  }

  /// Runs the body.
  ///
  /// @param sink takes what partial rules give
  /// @return the frame, with its result where there was one; null when an argument does not fit
  @Nullable Frame run(Scope scope, Value[] values, Frame.@Nullable Gathering sink) {
    var frame = new Frame(scope, size);
    frame.sink = sink;
    for (int i = 0; i < arguments.length; i++) {
      if (!arguments[i].match(frame, values[i])) {
        return null;
      }
    }
    var _ = body.run(frame);
    return frame;
  }

  /// One definition: its branches, the first of which that holds counts.
  static final class Definition {
    private final Choice[] choices;

    Definition(Choice[] choices) {
      this.choices = choices;
    }

    /// The value, or null; the place of the branch that gave it is left in `from`.
    @Nullable Value value(Scope scope, Value[] values, From from) {
      for (Choice choice : choices) {
        Frame frame = choice.run(scope, values, null);
        if (frame != null && frame.result != null) {
          from.at = choice.at;
          return frame.result;
        }
      }
      return null;
    }

    /// Whether it gave anything to the sink.
    boolean fill(Scope scope, Value[] values, Frame.Gathering sink) {
      for (Choice choice : choices) {
        Frame frame = choice.run(scope, values, sink);
        if (frame != null && frame.result != null) {
          return true;
        }
      }
      return false;
    }
  }

  /// Where a value came from.
  static final class From {
    Location at = Location.NONE;
  }

  /// The end of the body of a rule with one value.
  static final class Yield extends Step {
    private final Node value;
    private final boolean once;
    private final String conflict;
    private final Location at;

    /// @param once whether one success is enough, since all give the same
    Yield(Node value, boolean once, String conflict, Location at) {
      this.value = value;
      this.once = once;
      this.conflict = conflict;
      this.at = at;
    }

    @Override
    boolean run(Frame frame) {
      Value made = value.eval(frame);
      if (made == null) {
        return false;
      }
      if (frame.result != null && !frame.result.equals(made)) {
        throw Halt.conflict(conflict, at);
      }
      frame.result = made;
      return once;
    }
  }
}
