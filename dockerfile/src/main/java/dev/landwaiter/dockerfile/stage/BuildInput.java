package dev.landwaiter.dockerfile.stage;

import java.util.Map;
import java.util.Optional;

/// What a build is given besides the Dockerfile.
///
/// @param arguments the values of `--build-arg`
/// @param target the stage to build; nothing for the last one, and then all stages are judged
/// @param platform to build for; it is also the one that builds
public record BuildInput(
    Map<String, String> arguments, Optional<String> target, Platform platform, Images images) {
  /// Nothing is given and nothing is known of base images.
  public static final BuildInput UNKNOWN =
      new BuildInput(Map.of(), Optional.empty(), Platform.LINUX, Images.UNKNOWN);

  public BuildInput {
    arguments = Map.copyOf(arguments);
  }
}
