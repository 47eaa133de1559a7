package dev.landwaiter.cli.command.gate;

/// What ends a run of gator.
final class GateException extends Exception {
  private static final long serialVersionUID = 1;

  GateException(String message) {
    super(message);
  }
}
