package dev.landwaiter.policy.schema;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds an object against the structure of its kind: wrong types, members that do not exist,
/// required members that are not there.
public final class StructureCheck {
  /// So many problems of one object are told.
  private static final int MOST = 100;

  private final List<StructureProblem> problems = new ArrayList<>();
  private final Deque<Value> path = new ArrayDeque<>();

  private StructureCheck() {}

  /// What is wrong, in the order of the object; at most 100 problems.
  public static List<StructureProblem> check(StructureType type, Value value) {
    var check = new StructureCheck();
    check.look(type, value);
    return check.problems;
  }

  /// Null stands for what is not there.
  private void look(StructureType type, Value value) {
    if (value instanceof NullValue || problems.size() >= MOST) {
      return;
    }
    switch (type) {
      case StructureType.Scalar scalar -> scalar(scalar, value);
      case StructureType.ListOf list -> {
        if (value instanceof ArrayValue array) {
          for (int i = 0; i < array.elements().size(); i++) {
            step(NumberValue.of(i), list.element(), array.elements().get(i));
          }
        } else {
          wrong(value, "array");
        }
      }
      case StructureType.MapOf map -> {
        if (value instanceof ObjectValue object) {
          for (int i = 0; i < object.size(); i++) {
            step(object.keyAt(i), map.element(), object.valueAt(i));
          }
        } else {
          wrong(value, "object");
        }
      }
      case StructureType.Fields fields -> {
        if (value instanceof ObjectValue object) {
          members(fields, object);
        } else {
          wrong(value, "object");
        }
      }
      case StructureType.Named named -> look(named.target().get(), value);
    }
  }

  private void members(StructureType.Fields fields, ObjectValue object) {
    List<String> missing = new ArrayList<>();
    for (String name : fields.required()) {
      Optional<Value> member = object.get(name);
      if (member.isEmpty()) {
        missing.add(name);
      } else if (member.get() instanceof NullValue) {
        path.addLast(new StringValue(name));
        wrong(NullValue.NULL, title(fields.members().get(name)));
        path.removeLast();
      }
    }
    if (!missing.isEmpty()) {
      problem(missing.size() == 1 ? "missing property " : "missing properties ", missing, "");
    }
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < object.size(); i++) {
      String name = object.keyAt(i) instanceof StringValue key ? key.text() : "";
      StructureType type = fields.members().get(name);
      if (type != null) {
        step(object.keyAt(i), type, object.valueAt(i));
      } else if (!fields.open()) {
        unknown.add(name);
      }
    }
    if (!unknown.isEmpty()) {
      Collections.sort(unknown);
      problem("additional properties ", unknown, " not allowed");
    }
  }

  private void step(Value step, StructureType type, Value value) {
    path.addLast(step);
    look(type, value);
    path.removeLast();
  }

  private void scalar(StructureType.Scalar type, Value value) {
    boolean fits =
        switch (type) {
          case TEXT -> value instanceof StringValue;
          case WHOLE_NUMBER -> value instanceof NumberValue number && whole(number);
          case NUMBER -> value instanceof NumberValue;
          case FLAG -> value instanceof BooleanValue;
          case TEXT_OR_NUMBER -> value instanceof StringValue || value instanceof NumberValue;
          case TEXT_OR_WHOLE_NUMBER ->
              value instanceof StringValue
                  || (value instanceof NumberValue number && whole(number));
          case ANY_OBJECT -> value instanceof ObjectValue;
          case ANYTHING -> true;
        };
    if (!fits) {
      wrong(value, type.title());
    }
  }

  private static boolean whole(NumberValue number) {
    return number.isPlain() || number.toBigDecimal().stripTrailingZeros().scale() <= 0;
  }

  private void wrong(Value value, String wanted) {
    String got =
        switch (value) {
          case NullValue _ -> "null";
          case BooleanValue _ -> "boolean";
          case NumberValue _ -> "number";
          case StringValue _ -> "string";
          case ArrayValue _ -> "array";
          case ObjectValue _ -> "object";
          case SetValue _ -> throw new IllegalStateException("manifests have no sets");
        };
    problem("got " + got + ", want " + wanted);
  }

  private static String title(@Nullable StructureType type) {
    return switch (type) {
      case StructureType.Scalar scalar -> scalar.title();
      case StructureType.ListOf _ -> "array";
      case StructureType.Named named -> title(named.target().get());
      case StructureType.MapOf _, StructureType.Fields _ -> "object";
      case null -> "object";
    };
  }

  private void problem(String message, List<String> names, String rest) {
    problem(message + "'" + String.join("', '", names) + "'" + rest);
  }

  private void problem(String message) {
    problems.add(new StructureProblem(List.copyOf(path), message));
  }
}
