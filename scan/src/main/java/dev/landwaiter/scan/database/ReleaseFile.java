package dev.landwaiter.scan.database;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a suite's `InRelease` file says of the lists beside it. Its signature is not checked.
///
/// @param files by their path below the suite's folder
record ReleaseFile(Instant date, Map<String, Listed> files) {
  /// A list's size and SHA-256 in hex digits.
  record Listed(long size, String sha256) {}

  ReleaseFile {
    files = Map.copyOf(files);
  }

  static ReleaseFile read(byte[] content) {
    Map<String, Listed> files = new HashMap<>();
    Instant date = Instant.EPOCH;
    boolean inSha256 = false;
    for (String line : new String(content, StandardCharsets.UTF_8).lines().toList()) {
      if (line.startsWith(" ")) {
        if (inSha256) {
          listed(line.strip(), files);
        }
        continue;
      }
      inSha256 = line.startsWith("SHA256:");
      if (line.startsWith("Date:")) {
        date = date(line.substring(5).strip());
      }
    }
    return new ReleaseFile(date, files);
  }

  Optional<Listed> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  private static void listed(String line, Map<String, Listed> files) {
    String[] parts = line.split(" +", -1);
    boolean good = parts.length == 3 && parts[0].length() == 64 && parts[1].matches("[0-9]{1,12}");
    if (good) {
      files.put(parts[2], new Listed(Long.parseLong(parts[1]), parts[0]));
    }
  }

  private static Instant date(String text) {
    try {
      return ZonedDateTime.parse(text.replace(" UTC", " GMT"), DateTimeFormatter.RFC_1123_DATE_TIME)
          .toInstant();
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }
}
