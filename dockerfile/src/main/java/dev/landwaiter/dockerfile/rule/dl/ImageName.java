package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.Optional;

/// The parts of an image's name, split as the rules split it (reference: 11.3 and 18).
///
/// A registry is only known by a dot before a slash; the tag begins at the first colon behind it,
/// so `localhost:5000/x` is `localhost` with the tag `5000/x`. What stands in `${...}` is never
/// split.
///
/// @param registry or empty
/// @param name the path without registry, tag and digest
record ImageName(String registry, String name, Optional<String> tag, Optional<String> digest) {
  static ImageName of(Instruction.From from) {
    return of(from.image().text());
  }

  static ImageName of(Instruction.From from, boolean classic) {
    return classic ? of(from) : real(from.image().text());
  }

  static ImageName of(String text) {
    return of(text, classicRegistry(text));
  }

  /// As the builder splits it: a port makes a registry too, and so does the name `localhost`.
  static ImageName real(String text) {
    int slash = find(text, '/', 0);
    String first = text.substring(0, Math.max(slash, 0));
    boolean host =
        find(first, '.', 0) >= 0 || find(first, ':', 0) >= 0 || first.equals("localhost");
    return of(text, host ? slash : -1);
  }

  /// The first slash behind the first dot, or -1.
  private static int classicRegistry(String text) {
    int dot = find(text, '.', 0);
    int slash = dot < 1 ? -1 : find(text, '/', dot + 1);
    return slash > dot + 1 ? slash : -1;
  }

  private static ImageName of(String text, int slash) {
    String registry = text.substring(0, Math.max(slash, 0));
    String rest = text.substring(slash + 1);
    int at = find(rest, '@', 0);
    Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(rest.substring(at + 1));
    rest = at < 0 ? rest : rest.substring(0, at);
    int colon = find(rest, ':', 0);
    return colon < 0
        ? new ImageName(registry, rest, Optional.empty(), digest)
        : new ImageName(
            registry, rest.substring(0, colon), Optional.of(rest.substring(colon + 1)), digest);
  }

  /// The first place of a character outside `${...}`, or -1.
  private static int find(String text, char wanted, int start) {
    int depth = 0;
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '$' && at + 1 < text.length() && text.charAt(at + 1) == '{') {
        depth++;
        at++;
      } else if (c == '}' && depth > 0) {
        depth--;
      } else if (c == wanted && depth == 0) {
        return at;
      }
    }
    return -1;
  }
}
