package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.Reference;
import java.io.IOException;
import java.util.List;

/// Which hosts are asked for the images of a registry.
@FunctionalInterface
public interface Routes {
  /// Every registry by its own host.
  Routes DIRECT = reference -> List.of(Route.to(reference.apiHost()));

  /// The ways to a repository, in order. The last is the registry itself, at which everything is
  /// done but to fetch images.
  ///
  /// @throws dev.landwaiter.oci.ImageException when what is configured cannot be read or forbids it
  List<Route> of(Reference reference) throws IOException;
}
