package dev.landwaiter.oci.run;

import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Platform;
import java.util.List;
import java.util.Optional;

/// An image that somebody wants.
///
/// @param target a reference, or for the engines of this machine an image's id
/// @param sources where to look, in this order
/// @param platform which machine it must be for; where nothing is said linux/amd64 of an index, and
///   of an engine whatever it has
public record ImageRequest(
    String target,
    List<ImageSource> sources,
    Optional<Platform> platform,
    Network network,
    Limits limits) {
  public ImageRequest {
    sources = List.copyOf(sources);
  }
}
