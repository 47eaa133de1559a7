package dev.landwaiter.cli.command.cluster;

import dev.landwaiter.cli.command.network.EnvironmentProxies;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.oci.Waiting;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.key.ClusterSecrets;
import dev.landwaiter.signing.service.OpenWeb;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// The Secrets of the cluster that a run's surroundings name; it is looked for when it is needed.
public final class Cluster implements ClusterSecrets {
  private final World world;
  private final Waiting waiting;

  private Cluster(World world, Waiting waiting) {
    this.world = world;
    this.waiting = waiting;
  }

  /// Of these surroundings.
  public static ClusterSecrets of(World world, Waiting waiting) {
    return new Cluster(world, waiting);
  }

  @Override
  public Optional<Map<String, Bytes>> read(String namespace, String name) throws IOException {
    ClusterConfig config = ClusterConfig.of(world);
    try (OpenWeb web = web(config)) {
      return new ClusterApi(web, config.server(), config.token()).read(namespace, name);
    }
  }

  @Override
  public void write(String namespace, String name, Map<String, Bytes> data) throws IOException {
    ClusterConfig config = ClusterConfig.of(world);
    try (OpenWeb web = web(config)) {
      new ClusterApi(web, config.server(), config.token()).write(namespace, name, data);
    }
  }

  private OpenWeb web(ClusterConfig config) throws IOException {
    try {
      return OpenWeb.of(ClusterTls.of(config), EnvironmentProxies.of(world.environment()), waiting);
    } catch (UsageException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
