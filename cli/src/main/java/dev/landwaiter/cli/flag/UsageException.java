package dev.landwaiter.cli.flag;

/// A command line, environment variable or configuration file that asks for something that cannot
/// be. The message is one sentence for the user.
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean showUsage;

  private UsageException(String message, boolean showUsage) {
    super(message);
    this.showUsage = showUsage;
  }

  /// A wrong value or combination.
  public UsageException(String message) {
    this(message, false);
  }

  /// A line that does not even parse: the usage text helps.
  public static UsageException withUsage(String message) {
    return new UsageException(message, true);
  }

  public boolean showUsage() {
    return showUsage;
  }
}
