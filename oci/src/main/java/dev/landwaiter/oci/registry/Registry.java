package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.Reference;
import java.io.IOException;
import java.util.Optional;

/// Images of a registry (OCI distribution specification 1.1, "Pull").
public record Registry(RegistryOptions options, Limits limits) {

  /// Opens an image. A tag is asked for once; everything after goes by digest, and manifests and
  /// configuration are verified. The layers are fetched when they are opened, as long as the image
  /// is not closed.
  ///
  /// @param platform which image of an index is wanted; linux/amd64 where nothing is said
  /// @throws ImageException with every code there is
  public Image open(Reference reference, Optional<Platform> platform) throws IOException {
    var http = new Http(Trust.of(options.tls()), options.proxies(), options.waiting());
    boolean opened = false;
    try {
      Reached reached = Reached.knock(http, reference.apiHost(), options);
      Image image = new Pull(http, reached, reference, options, limits).open(platform);
      opened = true;
      return image;
    } finally {
      if (!opened) {
        http.close();
      }
    }
  }
}
