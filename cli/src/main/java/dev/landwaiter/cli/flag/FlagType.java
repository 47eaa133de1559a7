package dev.landwaiter.cli.flag;

/// What a flag takes; the word is the one of help texts.
public enum FlagType {
  FLAG(""),
  TEXT("string"),
  TEXTS("strings"),
  /// Given once for each value.
  REPEATED("string"),
  NUMBER("int"),
  DECIMAL("float"),
  DURATION("duration");

  private final String word;

  FlagType(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
