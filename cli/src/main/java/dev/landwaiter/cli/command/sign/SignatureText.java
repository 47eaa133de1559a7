package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.service.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

/// The signature that `--signature` means: a file, an address, or its own text in Base64. What a
/// file holds may be Base64 or the bytes themselves.
final class SignatureText {
  private static final int LIMIT = FileText.LARGEST;

  private SignatureText() {}

  static Bytes read(Invocation invocation, String given) throws UsageException, IOException {
    if (FileText.exists(invocation, given)) {
      return decoded(given, FileText.read(invocation, "--signature", given));
    }
    if (given.startsWith("http://") || given.startsWith("https://")) {
      return decoded(
          given,
          SigningNetwork.of(invocation).ask(WebRequest.get(address(given), LIMIT)).success(given));
    }
    try {
      return Base64Text.file("--signature", given);
    } catch (RefusedException e) {
      throw new RefusedException(
          FailureClass.PARSE,
          "--signature: \"%s\" is neither a file nor a signature in Base64".formatted(given));
    }
  }

  /// Envelopes stay as they are; anything that is no Base64 is taken as the bytes themselves.
  private static Bytes decoded(String name, Bytes content) {
    String text = content.toText().strip();
    if (text.startsWith("{")) {
      return Bytes.utf8(text);
    }
    try {
      return Base64Text.file(name, text);
    } catch (RefusedException e) {
      return content;
    }
  }

  private static URI address(String text) throws UsageException {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new UsageException("--signature: \"" + text + "\" is no address");
    }
  }
}
