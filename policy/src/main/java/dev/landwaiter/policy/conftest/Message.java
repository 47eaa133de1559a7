package dev.landwaiter.policy.conftest;

import dev.landwaiter.base.value.ObjectValue;
import java.util.Optional;

/// What one rule says of a document.
///
/// @param text never empty
/// @param origin the place that the policy itself names
/// @param metadata further members of the rule's answer, the query among them; empty where nothing
///   was asked, as for exceptions and tests
/// @param place where the cause stands in the user's file
public record Message(
    String text, Optional<Origin> origin, ObjectValue metadata, Optional<Place> place) {
  /// A message without more.
  public static Message of(String text) {
    return new Message(text, Optional.empty(), ObjectValue.EMPTY, Optional.empty());
  }

  /// The same message, with the place of its cause.
  public Message at(Place where) {
    return new Message(text, origin, metadata, Optional.of(where));
  }
}
