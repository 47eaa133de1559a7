package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.EnvironmentProxies;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.oci.Waiting;
import dev.landwaiter.signing.service.OpenWeb;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebAnswer;
import dev.landwaiter.signing.service.WebRequest;
import dev.landwaiter.signing.trust.tuf.TrustOrigin;
import dev.landwaiter.signing.trust.tuf.TrustRoots;
import dev.landwaiter.signing.trust.tuf.TrustSettings;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// Trust that no file on the command line gives, as the surroundings of the run say. Nothing is
/// opened before somebody asks for it.
final class TrustAccess implements Closeable {
  private final Invocation invocation;
  private final Waiting waiting;
  private Optional<OpenWeb> web = Optional.empty();

  private TrustAccess(Invocation invocation, Waiting waiting) {
    this.invocation = invocation;
    this.waiting = waiting;
  }

  static TrustAccess of(Invocation invocation) throws UsageException {
    return new TrustAccess(invocation, RegistryAccess.waiting(invocation));
  }

  /// The cache and the mirror, by the environment.
  TrustSettings settings() throws UsageException {
    return RepositoryTrust.settings(invocation);
  }

  /// Trust by the habits of a command: cosign asks the mirror every time and fails with it; ours
  /// asks once a day, never with `--offline`, and goes on with what it has.
  TrustRoots roots(boolean cosign) throws UsageException {
    TrustRoots.Refresh refresh =
        cosign
            ? TrustRoots.Refresh.ALWAYS
            : invocation.values().flag(GlobalFlags.OFFLINE)
                ? TrustRoots.Refresh.NEVER
                : TrustRoots.Refresh.DAILY;
    return new TrustRoots(settings(), web(), invocation.world().clock().instant(), refresh);
  }

  /// Says aloud where trust came from, how old it is and what was not perfect.
  void tell(TrustOrigin origin) {
    origin.warnings().forEach(invocation.log()::warn);
    String sentence = origin.sentence(invocation.world().clock().instant());
    if (origin.kind() == TrustOrigin.Kind.EMBEDDED) {
      invocation.log().warn(sentence);
    } else {
      invocation.log().debug(sentence);
    }
  }

  /// The network, opened with the first question.
  Web web() {
    return this::ask;
  }

  private synchronized WebAnswer ask(WebRequest request) throws IOException {
    if (web.isEmpty()) {
      web = Optional.of(open());
    }
    return web.get().ask(request);
  }

  private OpenWeb open() throws IOException {
    try {
      return OpenWeb.of(
          Optional.empty(), EnvironmentProxies.of(invocation.world().environment()), waiting);
    } catch (UsageException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    web.ifPresent(OpenWeb::close);
  }
}
