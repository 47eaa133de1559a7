package dev.landwaiter.inventory.database.dpkg;

import dev.landwaiter.base.finding.Evr;
import java.util.Optional;

/// Takes a version apart: `[EPOCH:]UPSTREAM[-REVISION]` (Debian policy, section 5.6.12).
final class DebianVersion {
  private DebianVersion() {}

  /// Empty when the text is no version.
  static Optional<Evr> parse(String text) {
    int colon = text.indexOf(':');
    Optional<Integer> epoch = colon < 0 ? Optional.of(0) : epoch(text.substring(0, colon));
    String rest = text.substring(colon + 1);
    int dash = rest.lastIndexOf('-');
    String upstream = dash < 0 ? rest : rest.substring(0, dash);
    String revision = dash < 0 ? "" : rest.substring(dash + 1);
    boolean valid =
        !upstream.isEmpty()
            && isDigit(upstream.charAt(0))
            && consistsOf(upstream, ".-+~:_")
            && consistsOf(revision, "+.~_");
    return valid ? epoch.map(e -> new Evr(e, upstream, revision)) : Optional.empty();
  }

  private static Optional<Integer> epoch(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(DebianVersion::isDigit);
    try {
      return digits ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean consistsOf(String text, String others) {
    return text.chars()
        .allMatch(c ->
            isDigit(c)
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || others.indexOf(c) >= 0);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
