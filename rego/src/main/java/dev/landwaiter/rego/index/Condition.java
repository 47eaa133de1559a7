package dev.landwaiter.rego.index;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import java.util.List;

/// What a body asks of a key's value; holds only for defined values.
sealed interface Condition {
  boolean holds(Value value);

  /// Any value.
  record Defined() implements Condition {
    @Override
    public boolean holds(Value value) {
      return true;
    }
  }

  /// Any value but false.
  record True() implements Condition {
    @Override
    public boolean holds(Value value) {
      return !value.equals(BooleanValue.FALSE);
    }
  }

  /// One of some scalars; looked up by hash.
  record OneOf(List<Value> values) implements Condition {
    @Override
    public boolean holds(Value value) {
      return values.contains(value);
    }
  }

  /// An array of scalars, and of variables that match any scalar.
  record Pattern(ArrayTerm array) implements Condition {
    @Override
    public boolean holds(Value value) {
      List<Term> wanted = array.elements();
      if (!(value instanceof ArrayValue given) || given.size() != wanted.size()) {
        return false;
      }
      for (int i = 0; i < wanted.size(); i++) {
        if (wanted.get(i) instanceof Scalar scalar && !scalar.value().equals(given.at(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /// A collection with an element of this value.
  record Holds(Value element) implements Condition {
    @Override
    public boolean holds(Value value) {
      return switch (value) {
        case ArrayValue array -> array.elements().contains(element);
        case SetValue set -> set.contains(element);
        case ObjectValue object -> object.members().containsValue(element);
        default -> false;
      };
    }
  }

  /// A text whose parts between separators are as given; an empty part stands for anything.
  record Glob(String separator, List<String> parts) implements Condition {
    @Override
    public boolean holds(Value value) {
      if (!(value instanceof StringValue(String text))) {
        return false;
      }
      List<String> given = List.of(text.split(java.util.regex.Pattern.quote(separator), -1));
      if (given.size() != parts.size()) {
        return false;
      }
      for (int i = 0; i < given.size(); i++) {
        if (!parts.get(i).isEmpty() && !parts.get(i).equals(given.get(i))) {
          return false;
        }
      }
      return true;
    }
  }
}
