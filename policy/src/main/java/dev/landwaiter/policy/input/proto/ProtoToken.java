package dev.landwaiter.policy.input.proto;

/// A word of a schema or of the text format.
///
/// @param text as it is written; of a text in quotes the bytes it stands for, one in each character
record ProtoToken(Kind kind, String text, int from, int to) {
  enum Kind {
    END,
    NAME,
    NUMBER,
    TEXT,
    SIGN
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }
}
