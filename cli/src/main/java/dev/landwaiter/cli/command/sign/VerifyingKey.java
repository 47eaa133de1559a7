package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.key.KeyReference;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.service.WebRequest;
import java.io.IOException;

/// The public key that `--key` names.
final class VerifyingKey {
  private static final int LIMIT = 1 << 20;

  private VerifyingKey() {}

  static VerificationKey read(Invocation invocation, String reference)
      throws UsageException, IOException {
    String where = "--key " + reference;
    return switch (KeyReference.parse(reference)) {
      case KeyReference.InFile(String name) ->
          PublicKeys.pem(where, FileText.read(invocation, "--key", name, LIMIT));
      case KeyReference.AtAddress(String text, var address) ->
          PublicKeys.pem(
              where,
              SigningNetwork.of(invocation).ask(WebRequest.get(address, LIMIT)).success(text));
      case KeyReference.InVariable(String text, String name) -> {
        String pem = invocation.world().environment().get(name);
        if (pem == null) {
          throw new RefusedException(
              FailureClass.TRUST_ROOT, "--key: the variable " + name + " is not set");
        }
        yield PublicKeys.pem(where, Bytes.utf8(pem));
      }
      case KeyReference.InCluster secret ->
          throw new RefusedException(FailureClass.TRUST_ROOT, where + ": no cluster is known here");
      case KeyReference.OnToken token ->
          throw new RefusedException(FailureClass.TRUST_ROOT, where + ": no module is loaded here");
    };
  }
}
