package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/// Names of targets, which become names of files.
final class TargetName {
  private static final int LONGEST = 500;

  private TargetName() {}

  /// Refuses what could lead out of a folder on any system.
  ///
  /// @throws RefusedException with TRUST_ROOT
  static void require(String name) throws RefusedException {
    boolean good = !name.isEmpty() && name.length() <= LONGEST;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      good &= c >= ' ' && c != '\\' && c != ':' && c != 0x7f;
    }
    for (String part : name.split("/", -1)) {
      good &= !part.isEmpty() && !part.equals(".") && !part.equals("..");
    }
    if (!good) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT, "'" + name + "' cannot be the name of a target");
    }
  }

  /// Encoded for an address, part by part.
  static String encoded(String name) {
    var parts = new StringJoiner("/");
    for (String part : name.split("/", -1)) {
      parts.add(part(part));
    }
    return parts.toString();
  }

  /// One part encoded, with its slashes.
  static String part(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
