package dev.landwaiter.rego.load;

import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import java.util.List;

/// Files that could not be read as policies or documents.
public final class LoadException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<RegoError> errors;

  private LoadException(String message, List<RegoError> errors) {
    super(message);
    this.errors = List.copyOf(errors);
  }

  /// One sentence about one file.
  public LoadException(String message) {
    this(message, List.of(RegoError.of("", message)));
  }

  /// Errors of several files; the message introduces them with their number.
  public static LoadException of(List<RegoError> errors) {
    return new LoadException(
        RegoException.text(errors).replaceFirst(" occurred:", " occurred during loading:"), errors);
  }

  /// Trouble with a bundle.
  public static LoadException ofBundle(String name, String message) {
    return new LoadException("bundle " + name + ": " + message);
  }

  /// At least one error, in the order of the files.
  public List<RegoError> errors() {
    return errors;
  }
}
