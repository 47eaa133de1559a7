package dev.landwaiter.policy.input.bom;

/// What a tag of SPDX is in JSON.
///
/// @param json the name of the member
record SpdxField(String json, Kind kind) {
  enum Kind {
    /// A text, left out when empty.
    TEXT,
    /// A text of version 2.3 only.
    NEW_TEXT,
    /// A text that is there even when empty.
    NEEDED,
    LIST,
    /// A text about the making of the document, and a list of such.
    CREATION,
    CREATORS,
    IDENTIFIER,
    FLAG,
    CHECKSUM,
    PARTY,
    CODE,
    REFERENCE,
    REFERENCE_COMMENT,
    DOCUMENT,
    DROPPED
  }

  boolean onlyNewest() {
    return kind == Kind.NEW_TEXT;
  }

  boolean isOfCreation() {
    return kind == Kind.CREATION || kind == Kind.CREATORS;
  }
}
