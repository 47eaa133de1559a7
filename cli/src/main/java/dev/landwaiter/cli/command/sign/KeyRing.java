package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.cluster.Cluster;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.key.ClusterSecrets;
import dev.landwaiter.signing.key.KeyAccess;
import dev.landwaiter.signing.key.token.TokenModules;
import dev.landwaiter.signing.service.WebRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// Where the keys of a command line come from.
final class KeyRing {
  private KeyRing() {}

  /// The keys that references lead to, as the surroundings of the run say.
  static KeyAccess of(Invocation invocation) throws UsageException {
    Map<String, String> environment = invocation.world().environment();
    return new KeyAccess(
        invocation.world().folder(),
        name -> Optional.ofNullable(environment.get(name)),
        (uri, limit) -> download(invocation, WebRequest.get(uri, limit)),
        cluster(invocation),
        new TokenModules(
            name -> Optional.ofNullable(environment.get(name)),
            question -> invocation.world().terminal().prompt().ask(question, true)),
        new KeyPasswords(invocation.world()));
  }

  /// The network is set up when it is needed, which it seldom is.
  private static Bytes download(Invocation invocation, WebRequest request) throws IOException {
    if (!WebRequest.isConfidential(request.uri())) {
      invocation
          .log()
          .warn(
              request.shown() + ": everybody on the way could exchange the key; name it by https");
    }
    try {
      return SigningNetwork.of(invocation).ask(request).success("the server of the key");
    } catch (UsageException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static ClusterSecrets cluster(Invocation invocation) throws UsageException {
    if (invocation.values().flag(GlobalFlags.OFFLINE) && !invocation.dialect().tellsTwice()) {
      return ClusterSecrets.none("the cluster is not asked: --offline was given");
    }
    return Cluster.of(invocation.world(), RegistryAccess.waiting(invocation));
  }

  /// The reference that `--key` gives, or empty.
  ///
  /// @throws UsageException for a security key, which is asked for by another flag
  static String reference(Invocation invocation) throws UsageException {
    Values values = invocation.values();
    if (values.flag(CosignFlags.SECURITY_KEY)) {
      throw new UsageException(
          "--sk is not built: PIV tokens are reached by --key pkcs11:… and the module of the"
              + " token");
    }
    return values.text(CosignFlags.KEY);
  }
}
