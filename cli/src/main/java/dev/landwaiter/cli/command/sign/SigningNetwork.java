package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.EnvironmentProxies;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.oci.Waiting;
import dev.landwaiter.signing.service.OpenWeb;
import dev.landwaiter.signing.service.Web;
import java.util.Optional;

/// The network as commands about signatures reach it. Nothing of it is set up before the first
/// question.
final class SigningNetwork {
  private SigningNetwork() {}

  static Web of(Invocation invocation) throws UsageException {
    if (invocation.values().flag(GlobalFlags.OFFLINE) && !invocation.dialect().tellsTwice()) {
      return Web.closed("--offline was given");
    }
    EnvironmentProxies proxies = EnvironmentProxies.of(invocation.world().environment());
    Waiting waiting = RegistryAccess.waiting(invocation);
    return request -> {
      try (OpenWeb web = OpenWeb.of(Optional.empty(), proxies, waiting)) {
        return web.ask(request);
      }
    };
  }
}
