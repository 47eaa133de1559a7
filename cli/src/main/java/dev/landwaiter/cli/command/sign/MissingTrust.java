package dev.landwaiter.cli.command.sign;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.trust.TrustedRoot;

/// No trust beside what flags give.
record MissingTrust() implements DefaultTrust {
  @Override
  public TrustedRoot root() throws RefusedException {
    throw new RefusedException(
        FailureClass.TRUST_ROOT, "nothing is trusted: add --trusted-root FILE");
  }
}
