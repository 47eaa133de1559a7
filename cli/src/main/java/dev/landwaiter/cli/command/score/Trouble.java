package dev.landwaiter.cli.command.score;

/// Why a run of the persona ends without a result; told on standard output with a capital.
final class Trouble extends Exception {
  private static final long serialVersionUID = 1L;

  Trouble(String message) {
    super(message);
  }

  /// The message with its first letter as a capital, on a line.
  String line() {
    String message = String.valueOf(getMessage());
    return capital(message) + "\n";
  }

  static String capital(String message) {
    return message.isEmpty() ? "" : Character.toUpperCase(message.charAt(0)) + message.substring(1);
  }
}
