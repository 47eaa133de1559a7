package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.Reference;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Registries (OCI distribution specification 1.1).
public record Registry(RegistryOptions options, Limits limits) {

  /// Opens an image. A tag is asked for once; everything after goes by digest, and manifests and
  /// configuration are verified. The layers are fetched when they are opened, as long as the image
  /// is not closed.
  ///
  /// @param platform which image of an index is wanted; linux/amd64 where nothing is said
  /// @throws ImageException with every code there is
  public Image open(Reference reference, Optional<Platform> platform) throws IOException {
    Repository repository = repository(reference, Purpose.PULL);
    try {
      return new Pull(repository, reference, limits).open(platform);
    } catch (IOException | RuntimeException e) {
      repository.close();
      throw e;
    }
  }

  /// Knocks at the registry of a reference and stands ready for requests to its repository; tag and
  /// digest of the reference play no part.
  ///
  /// @throws ImageException when the registry cannot be reached
  public Repository repository(Reference reference, Purpose purpose) throws IOException {
    return Repository.open(options, limits, reference, purpose);
  }

  /// All repositories of a registry, where it lists them.
  ///
  /// @param host with port where one is given
  public List<String> repositories(String host) throws IOException {
    return Repository.all(options, limits, Reference.parse(host + "/all"));
  }
}
