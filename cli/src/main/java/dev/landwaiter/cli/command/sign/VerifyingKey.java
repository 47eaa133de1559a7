package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.key.PublicKeys;
import java.io.IOException;

/// The public key that `--key` names.
final class VerifyingKey {
  private static final String ENVIRONMENT = "env://";

  private VerifyingKey() {}

  static VerificationKey read(Invocation invocation, String reference) throws IOException {
    if (reference.startsWith(ENVIRONMENT)) {
      String name = reference.substring(ENVIRONMENT.length());
      String pem = invocation.world().environment().get(name);
      if (pem == null) {
        throw new RefusedException(
            FailureClass.TRUST_ROOT, "--key: the variable " + name + " is not set");
      }
      return PublicKeys.pem("--key " + reference, Bytes.utf8(pem));
    }
    return PublicKeys.pem(
        "--key " + reference, FileText.read(invocation, "--key", reference));
  }
}
