package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.tuf.TrustOrigin;
import dev.landwaiter.signing.trust.tuf.TrustRoots;
import dev.landwaiter.signing.trust.tuf.TrustSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What is trusted where nobody names a trusted root: what the repository of trust holds, or the
/// root that came with the program. Whatever is used, its age is told.
final class RepositoryTrust {
  private final Invocation invocation;
  private Optional<TrustedRoot> read = Optional.empty();
  private boolean old;

  RepositoryTrust(Invocation invocation) {
    this.invocation = invocation;
  }

  /// The repository as variables and flags say, for whoever wants more than the trusted root.
  static TrustRoots roots(Invocation invocation) throws UsageException {
    return new TrustRoots(
        settings(invocation),
        SigningNetwork.of(invocation),
        invocation.world().clock().instant(),
        invocation.values().flag(GlobalFlags.OFFLINE)
            ? TrustRoots.Refresh.NEVER
            : TrustRoots.Refresh.DAILY);
  }

  /// Where trust is kept and comes from.
  static TrustSettings settings(Invocation invocation) throws UsageException {
    Map<String, String> environment = invocation.world().environment();
    String home = environment.getOrDefault("HOME", "");
    if (home.isEmpty() && environment.getOrDefault("TUF_ROOT", "").isEmpty()) {
      throw new UsageException("neither HOME nor TUF_ROOT says where trust is kept");
    }
    Path here = invocation.world().folder();
    return TrustSettings.of(environment, here.resolve(home), here);
  }

  /// Whether what was read came with the program.
  boolean old() {
    return old;
  }

  /// All that is trusted.
  ///
  /// @throws dev.landwaiter.signing.RefusedException with TRUST_ROOT when there is nothing good
  TrustedRoot root() throws UsageException, IOException {
    if (read.isEmpty()) {
      TrustRoots.Found<TrustedRoot> found = roots(invocation).trustedRoot();
      TrustOrigin origin = found.origin();
      Instant now = invocation.world().clock().instant();
      if (origin.kind() != TrustOrigin.Kind.REFRESHED) {
        invocation.log().info(origin.sentence(now));
      }
      old = origin.kind() == TrustOrigin.Kind.EMBEDDED;
      origin.warnings().forEach(invocation.log()::warn);
      read = Optional.of(found.content());
    }
    return read.get();
  }
}
