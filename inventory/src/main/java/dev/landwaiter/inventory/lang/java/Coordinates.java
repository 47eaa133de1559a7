package dev.landwaiter.inventory.lang.java;

/// What names a Maven artifact; parts that are not known are empty.
public record Coordinates(String group, String artifact, String version) {
  static final Coordinates NONE = new Coordinates("", "", "");

  boolean complete() {
    return !group.isEmpty() && !artifact.isEmpty() && !version.isEmpty();
  }

  /// `GROUP:ARTIFACT`, or the artifact alone without a group.
  String name() {
    return group.isEmpty() ? artifact : group + ":" + artifact;
  }
}
