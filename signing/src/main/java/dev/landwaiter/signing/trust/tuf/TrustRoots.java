package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.trust.SigningConfig;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.SigningConfigReader;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import java.io.IOException;
import java.time.Instant;

/// Whom to trust and which services to use where no file says so: what a TUF repository names, from
/// its mirror, from the cache, or as it came with this program.
public final class TrustRoots {
  static final String TRUSTED_ROOT = "trusted_root.json";
  static final String SIGNING_CONFIG = "signing_config.v0.2.json";
  static final String SIGNING_CONFIG_V2 = "signing_config_rekor_v2.v0.2.json";

  private final TrustSettings settings;
  private final Web web;
  private final Instant now;
  private final Refresh refresh;

  /// @param web asked only for mirrors by HTTP
  /// @param now fixed for everything that is asked of this object
  public TrustRoots(TrustSettings settings, Web web, Instant now, Refresh refresh) {
    this.settings = settings;
    this.web = web;
    this.now = now;
    this.refresh = refresh;
  }

  /// When the mirror is asked.
  public enum Refresh {
    /// Every time, and a failure is the end.
    ALWAYS,
    /// When the cache is older than a day; after a failure, which is a warning, what the cache
    /// holds is used while it is good, then what came with this program.
    DAILY,
    /// Not at all.
    NEVER
  }

  /// What was found.
  ///
  /// @param origin where it came from
  public record Found<T>(T content, TrustOrigin origin) {}

  /// Whom to trust.
  ///
  /// @throws RefusedException with TRUST_ROOT, LIMIT or TRANSPORT
  public Found<TrustedRoot> trustedRoot() throws IOException {
    return search(TRUSTED_ROOT, TrustedRootReader::read, EmbeddedRoot::trustedRoot).find();
  }

  /// Which services to use.
  ///
  /// @param tiles whether those with a log of version 2 are wanted
  /// @throws RefusedException with TRUST_ROOT, LIMIT or TRANSPORT, with NOT_FOUND when the
  ///   repository has none
  public Found<SigningConfig> signingConfig(boolean tiles) throws IOException {
    if (!tiles) {
      return search(SIGNING_CONFIG, SigningConfigReader::read, EmbeddedRoot::signingConfig).find();
    }
    return search(
            SIGNING_CONFIG_V2,
            SigningConfigReader::read,
            (EmbeddedRoot embedded) -> {
              throw new RefusedException(
                  FailureClass.NOT_FOUND,
                  "no signing config for logs of version 2 came with this program");
            })
        .find();
  }

  private <T> TrustSearch<T> search(
      String target, TrustSearch.Reading<T> reading, TrustSearch.Embedded<T> embedded) {
    return new TrustSearch<>(
        settings, web, now, refresh, new TrustSearch.Wanted<>(target, reading, embedded));
  }
}
