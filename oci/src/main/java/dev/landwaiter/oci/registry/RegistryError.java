package dev.landwaiter.oci.registry;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageException.Code;
import java.io.IOException;
import java.util.function.UnaryOperator;

/// An answer that is no success, as one sentence that says what to do (distribution specification
/// 1.1, "Error Codes").
final class RegistryError {
  private static final int BODY_LIMIT = 64 << 10;
  private static final int TEXT_LIMIT = 200;

  private RegistryError() {}

  /// Reads the error body and closes the answer.
  ///
  /// @param what was asked for, such as `manifest of HOST/REPO:TAG`
  /// @param scrub takes our own secrets out of what the server says
  static ImageException of(Answer answer, String what, UnaryOperator<String> scrub) {
    String said = said(answer, scrub);
    int status = answer.status();
    String host = answer.uri().getRawAuthority();
    return switch (status) {
      case 401, 403 ->
          new ImageException(
              Code.UNAUTHORIZED,
              "%s does not give us the %s (%d%s): log in with --username and --password or"
                      .formatted(host, what, status, said)
                  + " --registry-token, or check that these may read the repository");
      case 404 ->
          new ImageException(
              Code.NOT_FOUND,
              "%s has no %s (%d%s): check name, tag and digest; some registries also answer this"
                      .formatted(host, what, status, said)
                  + " to whoever is not logged in");
      case 429 ->
          new ImageException(
              Code.UNREACHABLE,
              "%s limits the rate of requests (%d%s): wait%s, or log in with --username and"
                      .formatted(host, status, said, wait(answer))
                  + " --password for a higher limit");
      case 413 ->
          new ImageException(
              Code.LIMIT, "%s finds the %s too large (%d%s)".formatted(host, what, status, said));
      case 400, 405, 415, 422 ->
          new ImageException(
              said.contains("BLOB_UPLOAD_INVALID") ? Code.UNREACHABLE : Code.INVALID,
              "%s refuses the request for the %s (%d%s)".formatted(host, what, status, said));
      default ->
          new ImageException(
              Code.UNREACHABLE,
              "%s fails to give us the %s (%d%s)".formatted(host, what, status, said));
    };
  }

  private static String wait(Answer answer) {
    String after = clean(answer.header("Retry-After"));
    return after.isEmpty() ? "" : " (the registry says until or for " + after + ")";
  }

  /// Secrets are taken out before anything is cut off, of which a part might be left.
  private static String said(Answer answer, UnaryOperator<String> scrub) {
    try (answer) {
      byte[] body = answer.body().readNBytes(BODY_LIMIT);
      var errors = Json.parse("error", body).get("errors").map(Value::elements);
      if (errors.isEmpty() || errors.get().isEmpty()) {
        return "";
      }
      Value first = errors.get().getFirst();
      String text = clean(scrub.apply(first.text("code") + ": " + first.text("message")));
      return ", " + text;
    } catch (FormatException | IOException e) {
      return "";
    }
  }

  /// Text from a stranger for a message: one line, no control characters, not long.
  static String clean(String text) {
    var clean = new StringBuilder();
    text.codePoints()
        .limit(TEXT_LIMIT)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }
}
