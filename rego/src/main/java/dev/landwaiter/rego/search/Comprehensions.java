package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Evaluates comprehensions (reference 10.11).
final class Comprehensions {
  private Comprehensions() {}

  static Scalar value(Frame frame, Term term) throws RegoException {
    Frame body = frame.closure(frame.machine.closure(term), false);
    Watch watch = frame.machine.watch;
    Watch.Open open = watch == null ? null : watch.open();
    Value value =
        switch (term) {
          case ArrayComprehension c -> array(body, c, open);
          case SetComprehension c -> set(body, c, open);
          case ObjectComprehension c -> object(body, c, open);
          default -> throw new IllegalArgumentException("no comprehension: " + term);
        };
    return new Scalar(
        watch == null || open == null ? value : watch.gathered(open, value), term.at());
  }

  private static Value array(Frame body, ArrayComprehension c, Watch.@Nullable Open open)
      throws RegoException {
    var values = new ArrayList<Value>();
    body.run(() -> {
      values.add(ground(body, c.head(), open));
      return null;
    });
    return new ArrayValue(values);
  }

  private static Value set(Frame body, SetComprehension c, Watch.@Nullable Open open)
      throws RegoException {
    var draft = new SetValue.Draft();
    body.run(() -> {
      draft.add(ground(body, c.head(), open));
      return null;
    });
    return draft.finish();
  }

  private static Value object(Frame body, ObjectComprehension c, Watch.@Nullable Open open)
      throws RegoException {
    var draft = new ObjectValue.Draft();
    body.run(() -> {
      Value key = ground(body, c.key(), null);
      Value value = ground(body, c.value(), open);
      Value known = draft.find(key);
      if (known == null) {
        draft.put(key, value);
      } else if (!known.equals(value)) {
        throw Failure.keys(c.key().at());
      }
      return null;
    });
    return draft.finish();
  }

  private static Value ground(Frame body, Term head, Watch.@Nullable Open open)
      throws RegoException {
    body.machine.reserve(4, head.at());
    if (Plug.in(head, body.bindings) instanceof Scalar scalar) {
      if (open != null && body.machine.watch != null) {
        body.machine.watch.success(open, scalar.value());
      }
      return scalar.value();
    }
    throw Failure.internal("the head of a comprehension is not bound", head.at());
  }
}
