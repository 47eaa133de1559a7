package dev.landwaiter.cli.command.registry;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.LoginPlaces;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.oci.Hubs;
import java.io.IOException;
import java.util.List;

/// Forgets the login for a registry.
public final class RegistryLogoutCommand implements Command {
  @Override
  public String name() {
    return "registry logout";
  }

  @Override
  public List<String> aliases() {
    return List.of("logout");
  }

  @Override
  public String summary() {
    return "Forget the login for a registry";
  }

  @Override
  public String usage() {
    return "[flags] [REGISTRY]";
  }

  @Override
  public List<Example> examples() {
    return List.of(new Example("Docker Hub", "registry logout"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    List<String> arguments = invocation.arguments();
    if (arguments.size() > 1) {
      throw UsageException.withUsage("registry logout wants one registry, or none for Docker Hub");
    }
    String host = RegistryName.parse(arguments.isEmpty() ? Hubs.DOCKER_HUB : arguments.getFirst());
    var store = LoginPlaces.store(invocation);
    invocation
        .log()
        .info(
            store.forget(host)
                ? "the login for %s is removed from %s".formatted(host, store)
                : "%s holds no login for %s".formatted(store, host));
    return 0;
  }
}
