package dev.landwaiter.dockerfile.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the configuration of a base image says to the stages built from it.
///
/// @param shell of the image; empty where it has the default one
/// @param workdir empty where it has none
/// @param platform of the image that was found; nothing where it is the wanted one
public record BaseImage(
    Map<String, String> env, List<String> shell, String workdir, Optional<Platform> platform) {
  /// An image that only knows `PATH`.
  public static final BaseImage BARE = new BaseImage(Map.of(), List.of(), "", Optional.empty());

  public BaseImage {
    env = Map.copyOf(env);
    shell = List.copyOf(shell);
  }
}
