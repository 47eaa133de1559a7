package dev.landwaiter.rego;

import java.util.List;
import java.util.stream.Collectors;

/// Rego text that cannot be read or compiled, or an evaluation that ended with an error.
public final class RegoException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<RegoError> errors;

  public RegoException(List<RegoError> errors) {
    super(text(errors));
    this.errors = List.copyOf(errors);
  }

  public RegoException(RegoError error) {
    this(List.of(error));
  }

  /// At least one error, in the order in which they are to be shown.
  public List<RegoError> errors() {
    return errors;
  }

  /// `1 error occurred: E`, or `N errors occurred:` with one error on each line below.
  public static String text(List<RegoError> errors) {
    return errors.size() == 1
        ? "1 error occurred: " + errors.getFirst().text()
        : errors.size()
            + " errors occurred:\n"
            + errors.stream().map(RegoError::text).collect(Collectors.joining("\n"));
  }
}
