package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;

/// `every k, v in domain { body }`: whether the body holds for each part.
final class ForAll extends Node {
  private final Node domain;
  private final Pattern key;
  private final Pattern value;
  private final Step body;

  ForAll(Node domain, Pattern key, Pattern value, Step body) {
    this.domain = domain;
    this.key = key;
    this.value = value;
    this.body = body;
  }

  @Override
  Value eval(Frame frame) {
    return Value.of(holds(frame));
  }

  @Override
  boolean holds(Frame frame) {
    return switch (domain.eval(frame)) {
      case ArrayValue array -> {
        for (int i = 0; i < array.size(); i++) {
          if (!one(frame, NumberValue.of(i), array.at(i))) {
            yield false;
          }
        }
        yield true;
      }
      case ObjectValue object -> {
        for (int i = 0; i < object.size(); i++) {
          if (!one(frame, object.sortedKey(i), object.sortedValue(i))) {
            yield false;
          }
        }
        yield true;
      }
      case SetValue set -> {
        for (int i = 0; i < set.size(); i++) {
          if (!one(frame, set.at(i), set.at(i))) {
            yield false;
          }
        }
        yield true;
      }
      case null, default -> false;
    };
  }

  private boolean one(Frame frame, Value name, Value part) {
    frame.scope.run.check();
    return key.match(frame, name) && value.match(frame, part) && body.run(frame);
  }
}
