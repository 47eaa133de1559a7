package dev.landwaiter.policy.input.proto;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A message or an enumeration of a schema.
sealed interface ProtoType {
  /// Its name with its package and the messages around it, apart by dots.
  String fullName();

  /// A message; filled while schemas are read.
  final class Message implements ProtoType {
    private final String fullName;

    /// By the names that the text format calls them.
    final Map<String, ProtoField> fields = new HashMap<>();

    final Set<String> reserved = new HashSet<>();

    /// Whether it is the pair of a map's key and value.
    final boolean isEntry;

    Message(String fullName, boolean isEntry) {
      this.fullName = fullName;
      this.isEntry = isEntry;
    }

    @Override
    public String fullName() {
      return fullName;
    }
  }

  /// An enumeration: its first name of each number, and its numbers by name.
  record Enumeration(String fullName, Map<String, Integer> numbers, Map<Integer, String> names)
      implements ProtoType {}
}
