package dev.landwaiter.policy.input.proto;

/// A field or an extension of a message.
///
/// @param name as the schema has it; of an extension the full name
/// @param textName what the text format calls it
/// @param kind of scalar, such as `int32`, or the name of a message or an enumeration
/// @param scope in which that name is looked up
/// @param oneof the name of the choice it belongs to, or empty
record ProtoField(
    String name, String textName, Label label, String kind, String scope, String oneof) {
  /// What an extension has for a choice, since it belongs to none.
  static final String EXTENSION = " ";

  enum Label {
    REQUIRED,
    /// May be absent, which differs from having its default.
    OPTIONAL,
    /// A scalar whose default is the same as its absence.
    IMPLICIT,
    REPEATED,
    MAP
  }

  boolean isMany() {
    return label == Label.REPEATED || label == Label.MAP;
  }
}
