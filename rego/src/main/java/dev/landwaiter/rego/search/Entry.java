package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.Value;
import java.util.List;

/// What a [Watch] notes.
sealed interface Entry {
  /// An expression begins, or goes on after the body of a rule it needed.
  record Mark(Frame frame, int position, boolean again) implements Entry {}

  /// A value was compared, given to a built-in function, or is what a ref came to.
  record Used(Value value) implements Entry {}

  /// As [Used], of a collection that counts as a whole: for what is not in it.
  record Whole(Value collection) implements Entry {}

  /// A value was given to a function of the policy, which may not look at it.
  record Passed(Value value) implements Entry {}

  /// A ref went no further: there is no such key.
  ///
  /// @param rest the keys behind it, as far as they are known
  record Missed(Value parent, Value key, List<Value> rest) implements Entry {}

  /// All elements of a value were tried.
  record Spread(Value collection) implements Entry {}

  /// How an element came into the collection it was taken from.
  record Way(List<Entry> entries) implements Entry {}

  /// What happened in a body that is closed: of a negation, of `every`, of `or`.
  record Inner(List<Entry> entries) implements Entry {
    public Inner {
      entries = List.copyOf(entries);
    }
  }
}
