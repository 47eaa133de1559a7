package dev.landwaiter.inventory.lang.java;

/// The file `pom.properties` that Maven puts into an archive.
final class PomProperties {
  private PomProperties() {}

  static Coordinates parse(String text) {
    String group = "";
    String artifact = "";
    String version = "";
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String trimmed = line.strip();
      int equals = trimmed.indexOf('=');
      String value = trimmed.substring(equals + 1).strip();
      switch (trimmed.substring(0, Math.max(0, equals)).stripTrailing()) {
        case "groupId" -> group = value;
        case "artifactId" -> artifact = value;
        case "version" -> version = value;
        default -> {}
      }
    }
    return new Coordinates(group, artifact, version);
  }
}
