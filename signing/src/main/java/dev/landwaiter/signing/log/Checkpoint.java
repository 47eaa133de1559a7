package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;

/// What a log's tree was at one time (C2SP tlog-checkpoint). Whether the log said so is for the
/// note around it.
///
/// @param origin names the log
/// @param size of the tree, in leaves
/// @param root the hash of the tree
public record Checkpoint(String origin, long size, Bytes root) {
  private static final int HASH = 32;

  /// Reads the text of a note; more lines than three are passed over.
  ///
  /// @throws RefusedException with PARSE
  public static Checkpoint parse(String text) throws RefusedException {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
      throw wrong("it does not have the three lines of origin, size and root hash");
    }
    for (int i = 0; i < lines.length - 1; i++) {
      if (lines[i].isEmpty()) {
        throw wrong("an empty line");
      }
    }
    Bytes root = Base64Text.strict("the root hash of the checkpoint", lines[2]);
    if (root.size() != HASH) {
      throw wrong("a root hash of %d bytes".formatted(root.size()));
    }
    return new Checkpoint(lines[0], size(lines[1]), root);
  }

  private static long size(String digits) throws RefusedException {
    boolean decimal = digits.equals("0") || !digits.startsWith("0");
    for (int i = 0; i < digits.length(); i++) {
      decimal &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    try {
      if (decimal) {
        return Long.parseLong(digits);
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw wrong("the size '%s'".formatted(digits.substring(0, Math.min(digits.length(), 30))));
  }

  /// The host in an origin of Rekor v1, which ends with a space, a hyphen, a space and the number
  /// of a tree; empty where the origin is of another form.
  public String hostOfTree() {
    int gap = origin.lastIndexOf(" - ");
    if (gap < 0 || gap + 3 == origin.length()) {
      return "";
    }
    for (int i = gap + 3; i < origin.length(); i++) {
      if (origin.charAt(i) < '0' || origin.charAt(i) > '9') {
        return "";
      }
    }
    return origin.substring(0, gap);
  }

  private static RefusedException wrong(String why) {
    return new RefusedException(FailureClass.PARSE, "the checkpoint is malformed: " + why);
  }
}
