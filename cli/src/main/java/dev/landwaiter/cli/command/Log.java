package dev.landwaiter.cli.command;

import dev.landwaiter.base.text.Plain;
import java.io.PrintStream;

/// What the program tells the human at standard error. Control characters are made harmless.
public final class Log {
  private final PrintStream out;
  private final boolean quiet;
  private final boolean debug;

  /// @param quiet whether only errors are told
  /// @param debug whether details are told too
  public Log(PrintStream out, boolean quiet, boolean debug) {
    this.out = out;
    this.quiet = quiet;
    this.debug = debug;
  }

  public boolean quiet() {
    return quiet;
  }

  public void info(String message) {
    if (!quiet) {
      print("", message);
    }
  }

  public void warn(String message) {
    if (!quiet) {
      print("warning: ", message);
    }
  }

  public void error(String message) {
    print("error: ", message);
  }

  public void debug(String message) {
    if (debug) {
      print("debug: ", message);
    }
  }

  private void print(String kind, String message) {
    out.println("landwaiter: " + kind + Plain.lines(message));
    out.flush();
  }
}
