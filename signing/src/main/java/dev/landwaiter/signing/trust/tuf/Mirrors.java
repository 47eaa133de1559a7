package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/// Mirrors by their addresses.
final class Mirrors {
  private Mirrors() {}

  /// The mirror at an address: `http`, `https`, or `file` with three slashes.
  ///
  /// @throws RefusedException with USAGE for anything else
  static Mirror at(String address, Web web) throws RefusedException {
    if (!address.startsWith("file:")) {
      return new WebMirror(web, WebRequest.address("the mirror", address));
    }
    try {
      URI uri = new URI(address);
      String host = uri.getHost() == null ? "" : uri.getHost();
      String path = uri.getPath() == null ? "" : uri.getPath();
      if ((host.isEmpty() || host.equals("localhost")) && path.startsWith("/")) {
        return new FolderMirror(Path.of(path));
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw new RefusedException(
        FailureClass.USAGE,
        "the mirror '" + address + "' names no folder: it wants file:// and an absolute path");
  }
}
