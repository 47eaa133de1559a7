package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.EnvironmentProxies;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.oci.Waiting;
import dev.landwaiter.oci.registry.TlsOptions;
import dev.landwaiter.signing.service.OpenWeb;
import dev.landwaiter.signing.service.Web;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// The way to timestamp authorities, which may have a certificate of their own kind and want one of
/// ours.
final class TimestampNetwork {
  private TimestampNetwork() {}

  /// @param usual the way that is used where no flag asks for another
  static Web of(Invocation invocation, Web usual) throws UsageException, IOException {
    Values values = invocation.values();
    if (!values.text(CosignFlags.TSA_SERVER_NAME).isEmpty()) {
      throw new UsageException(
          "--timestamp-server-name is not built: the certificate must be for the name in the"
              + " address");
    }
    List<Path> authorities = paths(invocation, CosignFlags.TSA_CACERT);
    List<Path> certificate = paths(invocation, CosignFlags.TSA_CERT);
    List<Path> key = paths(invocation, CosignFlags.TSA_KEY);
    if (certificate.isEmpty() != key.isEmpty()) {
      throw new UsageException(
          "--timestamp-client-cert and --timestamp-client-key want each other");
    }
    if (authorities.isEmpty() && certificate.isEmpty()) {
      return usual;
    }
    List<TlsOptions.ClientCertificate> ours =
        certificate.isEmpty()
            ? List.of()
            : List.of(new TlsOptions.ClientCertificate(certificate.getFirst(), key.getFirst()));
    EnvironmentProxies proxies = EnvironmentProxies.of(invocation.world().environment());
    Waiting waiting = RegistryAccess.waiting(invocation);
    return request -> {
      SSLContext context =
          new TlsOptions(false, authorities, ours).context(request.uri().getRawAuthority());
      try (OpenWeb web = OpenWeb.of(Optional.of(context), proxies, waiting)) {
        return web.ask(request);
      }
    };
  }

  private static List<Path> paths(Invocation invocation, Flag flag) throws UsageException {
    String name = invocation.values().text(flag);
    return name.isEmpty() ? List.of() : List.of(CosignCommand.path(invocation, name));
  }
}
