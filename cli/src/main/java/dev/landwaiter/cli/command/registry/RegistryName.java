package dev.landwaiter.cli.command.registry;

import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.oci.Hubs;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Reference;

/// A registry as users write it.
final class RegistryName {
  private RegistryName() {}

  /// Its host, with port where one is given; Docker Hub by its canonical name.
  static String parse(String text) throws UsageException {
    String bare = text.substring(text.contains("://") ? text.indexOf("://") + 3 : 0);
    for (String path : new String[] {"/v1/", "/v2/", "/v1", "/v2", "/"}) {
      if (bare.endsWith(path)) {
        bare = bare.substring(0, bare.length() - path.length());
        break;
      }
    }
    try {
      Reference reference = Reference.parse(bare + "/all");
      boolean host =
          reference.path().equals("all") || reference.path().equals(Hubs.LIBRARY + "all");
      if (host && !bare.contains("/")) {
        return reference.host();
      }
    } catch (ImageException e) {
      // told below
    }
    throw new UsageException(
        "\"%s\" is no registry: it wants HOST or HOST:PORT, with a dot in the host or localhost"
            .formatted(text));
  }
}
