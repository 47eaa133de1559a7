package dev.landwaiter.inventory.os;

import dev.landwaiter.base.finding.OperatingSystem;
import java.util.Locale;
import java.util.Optional;

/// The line `NAME release VERSION …` by which Red Hat and its relatives name themselves.
///
/// @param name lower-case, as written before the word `release`
/// @param version digits and dots
public record ReleaseLine(String name, String version) {
  private static final String WORD = " release ";

  /// The first line of this form in the text.
  public static Optional<ReleaseLine> find(String text) {
    return text.lines().flatMap(line -> parse(line.strip()).stream()).findFirst();
  }

  private static Optional<ReleaseLine> parse(String line) {
    int word = line.indexOf(WORD);
    if (word <= 0) {
      return Optional.empty();
    }
    int start = word + WORD.length();
    int end = start;
    while (end < line.length() && isVersion(line.charAt(end))) {
      end++;
    }
    if (end == start || line.charAt(start) == '.') {
      return Optional.empty();
    }
    String name = line.substring(0, word).toLowerCase(Locale.ROOT);
    return Optional.of(new ReleaseLine(name, line.substring(start, end)));
  }

  private static boolean isVersion(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  /// The system, when the name is one of the known relatives.
  public Optional<OperatingSystem> relative() {
    String family =
        switch (name) {
          case "centos", "centos linux" -> "centos";
          case "centos stream" -> "centos-stream";
          case "rocky", "rocky linux" -> "rocky";
          case "alma", "almalinux", "alma linux" -> "alma";
          case "oracle", "oracle linux", "oracle linux server" -> "oracle";
          case "fedora", "fedora linux" -> "fedora";
          default -> "";
        };
    return family.isEmpty() ? Optional.empty() : Optional.of(OperatingSystem.of(family, version));
  }

  /// The system of a release file that only this family has, whatever name it writes there.
  public OperatingSystem relativeOr(String family) {
    return relative().orElse(OperatingSystem.of(family, version));
  }
}
