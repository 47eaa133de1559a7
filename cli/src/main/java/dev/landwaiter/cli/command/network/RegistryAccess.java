package dev.landwaiter.cli.command.network;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.oci.Waiting;
import dev.landwaiter.oci.registry.Logins;
import dev.landwaiter.oci.registry.RegistryOptions;
import dev.landwaiter.oci.registry.TlsOptions;
import java.io.IOException;
import java.time.Duration;

/// How to talk to registries as the flags say. A command that uses it has the groups of
/// [dev.landwaiter.cli.flags.RegistryFlags] and [GlobalFlags].
public final class RegistryAccess {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofSeconds(60);

  private RegistryAccess() {}

  public static RegistryOptions of(Invocation invocation) throws UsageException, IOException {
    return of(invocation, CONNECT);
  }

  /// The same with a patience of one's own.
  ///
  /// @param connect the longest wait for a connection
  public static RegistryOptions of(Invocation invocation, Duration connect)
      throws UsageException, IOException {
    return options(invocation, connect, Credentials.of(invocation));
  }

  /// The same as somebody whose logins the flags do not tell.
  public static RegistryOptions as(Invocation invocation, Logins logins)
      throws UsageException, IOException {
    return options(invocation, CONNECT, logins);
  }

  private static RegistryOptions options(Invocation invocation, Duration connect, Logins logins)
      throws UsageException, IOException {
    TlsOptions tls = RegistryWays.tls(invocation);
    return new RegistryOptions(
        logins,
        tls,
        EnvironmentProxies.of(invocation.world().environment()),
        waiting(invocation, connect),
        RegistryWays.of(invocation, tls));
  }

  /// How long to wait for what.
  public static Waiting waiting(Invocation invocation) throws UsageException {
    return waiting(invocation, CONNECT);
  }

  private static Waiting waiting(Invocation invocation, Duration connect) throws UsageException {
    World world = invocation.world();
    return new Waiting(
        world.clock(),
        Thread::sleep,
        world.random(),
        world.clock().instant().plus(invocation.values().duration(GlobalFlags.TIMEOUT)),
        connect,
        IDLE);
  }
}
