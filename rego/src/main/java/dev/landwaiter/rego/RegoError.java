package dev.landwaiter.rego;

import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.Optional;

/// One error of parsing, compiling or evaluating.
///
/// @param code such as `rego_parse_error`; see [ErrorCode]; empty for trouble with files, whose
///   message says it all
/// @param message one line, or several when the original's has several
/// @param details lines shown below the message, each indented by a tab in the text form
/// @param data the `details` member of the JSON form
public record RegoError(
    String code,
    String message,
    Optional<Location> location,
    List<String> details,
    Optional<Value> data) {

  public RegoError {
    details = List.copyOf(details);
  }

  public static RegoError of(String code, String message, Location location) {
    return new RegoError(code, message, Optional.of(location), List.of(), Optional.empty());
  }

  public static RegoError of(String code, String message) {
    return new RegoError(code, message, Optional.empty(), List.of(), Optional.empty());
  }

  /// `FILE:ROW: CODE: MESSAGE`, without file `ROW:COL: CODE: MESSAGE` (errors of evaluation show
  /// the source instead), without position `CODE: MESSAGE`; details follow on lines of their own
  /// behind a tab.
  public String text() {
    var text = new StringBuilder();
    location.ifPresent(at -> text.append(place(at)).append(": "));
    text.append(code).append(code.isEmpty() ? "" : ": ").append(message);
    details.forEach(line -> text.append("\n\t").append(line));
    return text.toString();
  }

  private String place(Location at) {
    return at.file().isEmpty() && code.startsWith("eval_") && at.end() > at.start()
        ? at.text()
        : at.prefix();
  }
}
