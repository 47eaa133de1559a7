package dev.landwaiter.rego.builtin.token;

import dev.landwaiter.rego.World;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/// The chance of the [World] in the form the JDK's signatures take.
final class WorldRandom extends SecureRandom {
  private static final long serialVersionUID = 1;

  private final transient RandomGenerator source;

  private WorldRandom(RandomGenerator source) {
    this.source = source;
  }

  static SecureRandom of(World world) {
    return world.random() instanceof SecureRandom secure ? secure : new WorldRandom(world.random());
  }

  @Override
  public void nextBytes(byte[] bytes) {
    source.nextBytes(bytes);
  }
}
