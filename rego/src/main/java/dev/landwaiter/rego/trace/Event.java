package dev.landwaiter.rego.trace;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Ref;
import java.util.List;
import java.util.Optional;

/// One step of an evaluation (reference 14.3).
///
/// @param subject what the step is about
/// @param query the number of the body that is evaluated; the asked query is 0
/// @param parent the number of the body around it
/// @param locals the variables bound so far, when the tracer asked for them
/// @param message such as `(matched 1 rule)`, or the note of `trace`
/// @param ref what an `Index` event looked up
public record Event(
    Op op,
    Subject subject,
    long query,
    long parent,
    List<Local> locals,
    String message,
    Optional<Ref> ref,
    Optional<Value> input) {
  public Event {
    locals = List.copyOf(locals);
  }

  /// What happens.
  public enum Op {
    ENTER("Enter"),
    EXIT("Exit"),
    EVAL("Eval"),
    REDO("Redo"),
    SAVE("Save"),
    FAIL("Fail"),
    DUPLICATE("Duplicate"),
    NOTE("Note"),
    INDEX("Index"),
    UNIFY("Unify");

    private final String label;

    Op(String label) {
      this.label = label;
    }

    /// The name that is shown.
    public String label() {
      return label;
    }
  }

  public Location at() {
    return subject.at();
  }
}
