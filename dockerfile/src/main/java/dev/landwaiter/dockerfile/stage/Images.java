package dev.landwaiter.dockerfile.stage;

import java.util.Optional;

/// Where the configuration of base images comes from.
@FunctionalInterface
public interface Images {
  /// Nothing is known of any image.
  Images UNKNOWN = (name, platform) -> Optional.empty();

  /// The configuration of the image of this name, where it is known.
  Optional<BaseImage> of(String name, Platform platform);
}
