package dev.landwaiter.cli.command.network;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignRegistryFlags;
import dev.landwaiter.oci.registry.Login;
import dev.landwaiter.oci.registry.Logins;
import dev.landwaiter.oci.registry.RegistryOptions;
import dev.landwaiter.oci.registry.Route;
import dev.landwaiter.oci.registry.Routes;
import dev.landwaiter.oci.registry.TlsOptions;
import dev.landwaiter.oci.registry.TlsOptions.ClientCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How to talk to registries as the flags of cosign say. A command that uses it has the group of
/// [CosignRegistryFlags].
public final class CosignAccess {
  private CosignAccess() {}

  public static RegistryOptions of(Invocation invocation) throws UsageException, IOException {
    return as(invocation, logins(invocation));
  }

  /// The same as somebody whose logins the flags do not tell.
  public static RegistryOptions as(Invocation invocation, Logins logins)
      throws UsageException, IOException {
    TlsOptions tls = tls(invocation);
    return new RegistryOptions(
        logins,
        tls,
        EnvironmentProxies.of(invocation.world().environment()),
        RegistryAccess.waiting(invocation),
        invocation.values().flag(CosignRegistryFlags.ALLOW_HTTP) && !tls.insecure()
            ? plainToo(RegistryWays.of(invocation, tls))
            : RegistryWays.of(invocation, tls));
  }

  /// After every way without a scheme of its own, the same by plain HTTP; certificates are checked
  /// as ever.
  private static Routes plainToo(Routes routes) {
    return reference -> {
      List<Route> all = new ArrayList<>();
      for (Route each : routes.of(reference)) {
        all.add(each);
        Route.Address address = each.address();
        if (address.scheme().isEmpty()) {
          all.add(
              new Route(
                  new Route.Address("http", address.host(), address.root(), address.prefix()),
                  each.resolves(),
                  each.tls(),
                  each.headers(),
                  each.namespace()));
        }
      }
      return all;
    };
  }

  private static Logins logins(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    String user = values.text(CosignRegistryFlags.USERNAME);
    String password = values.text(CosignRegistryFlags.PASSWORD);
    String token = values.text(CosignRegistryFlags.TOKEN);
    if (user.isEmpty() != password.isEmpty()) {
      throw new UsageException("--registry-username and --registry-password want each other");
    }
    if (!token.isEmpty() && !user.isEmpty()) {
      throw new UsageException("--registry-token and --registry-username exclude each other");
    }
    return new Logins(
        user.isEmpty() ? List.of() : List.of(new Login.Password(user, password)),
        token,
        LoginPlaces.of(invocation));
  }

  private static TlsOptions tls(Invocation invocation) throws UsageException {
    Values values = invocation.values();
    List<Path> certificate = paths(invocation, CosignRegistryFlags.CLIENT_CERT);
    List<Path> key = paths(invocation, CosignRegistryFlags.CLIENT_KEY);
    if (certificate.isEmpty() != key.isEmpty()) {
      throw new UsageException("--registry-client-cert and --registry-client-key want each other");
    }
    return new TlsOptions(
        values.flag(CosignRegistryFlags.ALLOW_INSECURE),
        paths(invocation, CosignRegistryFlags.CACERT),
        certificate.stream().map(file -> new ClientCertificate(file, key.getFirst())).toList());
  }

  private static List<Path> paths(Invocation invocation, Flag flag) throws UsageException {
    String path = invocation.values().text(flag);
    return path.isEmpty() ? List.of() : List.of(invocation.world().folder().resolve(path));
  }
}
