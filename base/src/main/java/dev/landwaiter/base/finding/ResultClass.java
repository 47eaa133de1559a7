package dev.landwaiter.base.finding;

/// The kinds of results in a report.
public enum ResultClass {
  OS_PACKAGES("os-pkgs"),
  LANGUAGE_PACKAGES("lang-pkgs");

  private final String word;

  ResultClass(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
