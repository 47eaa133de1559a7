package dev.landwaiter.signing;

/// Why one candidate was refused.
///
/// @param kind the step that failed first
/// @param message one sentence that names the offending value
/// @param expected what would have been right, or empty
/// @param found what was there instead, or empty
public record Refusal(FailureClass kind, String message, String expected, String found) {
  public static Refusal of(FailureClass kind, String message) {
    return new Refusal(kind, message, "", "");
  }

  /// What a mistake of ours over one candidate counts as: it was not verified.
  ///
  /// @param mistake an exception that nobody expected, or a stack that overflowed
  public static Refusal ofMistake(Throwable mistake) {
    return of(
        FailureClass.PARSE,
        "it could not be judged; this is a mistake in Landwaiter, please report it: " + mistake);
  }

  /// The same with the place it is about in front, such as a file or the digest of a manifest.
  public Refusal in(String where) {
    return new Refusal(kind, where + ": " + message, expected, found);
  }
}
