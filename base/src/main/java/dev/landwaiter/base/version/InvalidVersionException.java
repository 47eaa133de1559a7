package dev.landwaiter.base.version;

/// A text that is no version, or no constraint, of the ecosystem it is held to be of.
///
/// It says what is wrong with one input, not where in the program, and there may be one for every
/// package and advisory: so it carries no stack trace.
public final class InvalidVersionException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int QUOTED = 80;

  public InvalidVersionException(String message) {
    super(message, null, false, false);
  }

  /// Trouble with one text, quoted at most 80 characters long and without control characters.
  static InvalidVersionException about(String expected, String text) {
    String shown = text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text;
    StringBuilder quoted = new StringBuilder(shown.length());
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      quoted.append(Character.isISOControl(c) ? '?' : c);
    }
    return new InvalidVersionException("not a " + expected + ": \"" + quoted + "\"");
  }
}
