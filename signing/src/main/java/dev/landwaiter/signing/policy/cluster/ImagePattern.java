package dev.landwaiter.signing.policy.cluster;

import dev.landwaiter.oci.Hubs;
import dev.landwaiter.oci.Reference;

/// A pattern of image names: `*` is any run of characters without a slash, `**` any run, all else
/// stands for itself. It fits whole names only.
///
/// @param glob as it was written
public record ImagePattern(String glob) {
  private static final int LONGEST = 1_000;

  /// Whether every character may stand in a pattern, and there are not too many.
  public static boolean isValid(String glob) {
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && "-_:/*.@".indexOf(c) < 0) {
        return false;
      }
    }
    return !glob.isEmpty() && glob.length() <= LONGEST;
  }

  /// Whether an image is meant: by its name in full with its digest, else its tag, or by the name
  /// as it was written.
  public boolean fits(Reference image, String written) {
    String pattern =
        switch (glob) {
          case "*" -> Hubs.DOCKER_HUB_CANONICAL + "/" + Hubs.LIBRARY + "*";
          case "*/*" -> Hubs.DOCKER_HUB_CANONICAL + "/*/*";
          default -> glob;
        };
    return fits(pattern, image.toString()) || fits(pattern, written);
  }

  /// Follows all ways through the pattern at once: time is the product of both lengths at most.
  private static boolean fits(String pattern, String name) {
    int end = pattern.length();
    boolean[] here = new boolean[end + 1];
    enter(pattern, here, 0);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean[] next = new boolean[end + 1];
      for (int at = 0; at < end; at++) {
        if (!here[at]) {
          continue;
        }
        if (pattern.charAt(at) != '*') {
          if (pattern.charAt(at) == c) {
            enter(pattern, next, at + 1);
          }
        } else if (c != '/' || pattern.startsWith("**", at)) {
          enter(pattern, next, at);
        }
      }
      here = next;
    }
    return here[end];
  }

  /// Stands at a place, and at all that are reached from there without a character.
  private static void enter(String pattern, boolean[] places, int first) {
    int at = first;
    places[at] = true;
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at += pattern.startsWith("**", at) ? 2 : 1;
      places[at] = true;
    }
  }

  @Override
  public String toString() {
    return glob;
  }
}
