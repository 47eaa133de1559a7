package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.signing.trust.SigningConfig;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.tuf.TrustOrigin;
import dev.landwaiter.signing.trust.tuf.TrustRoots;
import java.io.IOException;

/// What the repository of trust says to signers where no flag does: whom to trust, and which
/// services sign.
record TrustRepository(Invocation invocation) {
  /// Whom to trust.
  ///
  /// @throws dev.landwaiter.signing.RefusedException with TRUST_ROOT or TRANSPORT
  TrustedRoot root() throws UsageException, IOException {
    return new RepositoryTrust(invocation).root();
  }

  /// Which services sign.
  SigningConfig config() throws UsageException, IOException {
    TrustRoots.Found<SigningConfig> found = RepositoryTrust.roots(invocation).signingConfig(false);
    if (found.origin().kind() != TrustOrigin.Kind.REFRESHED) {
      invocation.log().info(found.origin().sentence(invocation.world().clock().instant()));
    }
    found.origin().warnings().forEach(invocation.log()::warn);
    return found.content();
  }
}
