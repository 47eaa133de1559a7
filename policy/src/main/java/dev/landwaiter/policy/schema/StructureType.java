package dev.landwaiter.policy.schema;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What a field may hold; null is always allowed where the field is not required, as the API server
/// takes it for a field that is not there.
public sealed interface StructureType {
  /// A value without parts.
  enum Scalar implements StructureType {
    TEXT("string"),
    WHOLE_NUMBER("integer"),
    NUMBER("number"),
    FLAG("boolean"),
    TEXT_OR_NUMBER("string or number"),
    TEXT_OR_WHOLE_NUMBER("string or integer"),
    ANY_OBJECT("object"),
    ANYTHING("anything");

    private final String title;

    Scalar(String title) {
      this.title = title;
    }

    /// What JSON Schema calls it.
    public String title() {
      return title;
    }
  }

  record ListOf(StructureType element) implements StructureType {}

  record MapOf(StructureType element) implements StructureType {}

  /// An object with known members.
  ///
  /// @param open whether it may have others
  record Fields(Map<String, StructureType> members, List<String> required, boolean open)
      implements StructureType {
    public Fields {
      members = Map.copyOf(members);
      required = List.copyOf(required);
    }
  }

  /// A type that is looked up when it is needed, since types contain each other.
  record Named(Supplier<StructureType> target) implements StructureType {}
}
