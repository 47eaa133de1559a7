package dev.landwaiter.dockerfile.advice;

import java.util.List;
import java.util.Locale;

/// A Dockerfile that builds a smaller image.
///
/// @param text the whole file
/// @param notes what the reader has to look at
/// @param program path, or name, of what the image starts; empty where the file does not tell
/// @param proof how far it was tried
public record Rewrite(String text, List<String> notes, String program, Proof proof) {
  /// How far a rewrite was tried.
  public enum Proof {
    /// The parser reads it without trouble; nothing was built.
    READ,
    /// It was built, and the result holds what it starts.
    BUILT,
    /// It was built in vain.
    FAILED;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Rewrite proven(Proof other) {
    return new Rewrite(text, notes, program, other);
  }
}
