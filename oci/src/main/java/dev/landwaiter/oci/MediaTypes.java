package dev.landwaiter.oci;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Media types of images and what they say about their content (OCI image specification 1.1, "Media
/// Types"; Docker image manifest version 2, schemas 1 and 2).
public final class MediaTypes {
  public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
  public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  public static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
  public static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar";
  public static final String OCI_LAYER_GZIP = OCI_LAYER + "+gzip";
  public static final String OCI_LAYER_ZSTD = OCI_LAYER + "+zstd";
  public static final String OCI_EMPTY = "application/vnd.oci.empty.v1+json";
  public static final String OCI_DESCRIPTOR = "application/vnd.oci.descriptor.v1+json";
  public static final String OCI_LAYOUT_HEADER = "application/vnd.oci.layout.header.v1+json";
  public static final String DOCKER_INDEX =
      "application/vnd.docker.distribution.manifest.list.v2+json";
  public static final String DOCKER_MANIFEST =
      "application/vnd.docker.distribution.manifest.v2+json";
  public static final String DOCKER_SCHEMA1 =
      "application/vnd.docker.distribution.manifest.v1+json";
  public static final String DOCKER_SCHEMA1_SIGNED =
      "application/vnd.docker.distribution.manifest.v1+prettyjws";
  public static final String DOCKER_CONFIG = "application/vnd.docker.container.image.v1+json";
  public static final String DOCKER_LAYER = "application/vnd.docker.image.rootfs.diff.tar";
  public static final String DOCKER_LAYER_GZIP = DOCKER_LAYER + ".gzip";
  public static final String DOCKER_FOREIGN_LAYER_GZIP =
      "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip";
  public static final String DOCKER_PLUGIN_CONFIG = "application/vnd.docker.plugin.v1+json";

  private static final String OCI_FOREIGN_LAYER =
      "application/vnd.oci.image.layer.nondistributable.v1.tar";

  /// What a request for a manifest accepts, in the order to be sent.
  public static final List<String> ACCEPTED_MANIFESTS =
      List.of(
          OCI_INDEX,
          OCI_MANIFEST,
          DOCKER_INDEX,
          DOCKER_MANIFEST,
          DOCKER_SCHEMA1,
          DOCKER_SCHEMA1_SIGNED);

  private static final Set<String> GENERIC =
      Set.of("", "application/json", "application/octet-stream", "text/plain");

  private MediaTypes() {}

  public static boolean isImage(String mediaType) {
    return mediaType.equals(OCI_MANIFEST) || mediaType.equals(DOCKER_MANIFEST);
  }

  public static boolean isIndex(String mediaType) {
    return mediaType.equals(OCI_INDEX) || mediaType.equals(DOCKER_INDEX);
  }

  public static boolean isSchema1(String mediaType) {
    return mediaType.equals(DOCKER_SCHEMA1) || mediaType.equals(DOCKER_SCHEMA1_SIGNED);
  }

  public static boolean isImageConfig(String mediaType) {
    return mediaType.equals(OCI_CONFIG) || mediaType.equals(DOCKER_CONFIG);
  }

  /// Layers that their owner serves from elsewhere and that are not pushed unless asked.
  public static boolean isForeignLayer(String mediaType) {
    return mediaType.startsWith(OCI_FOREIGN_LAYER) || mediaType.equals(DOCKER_FOREIGN_LAYER_GZIP);
  }

  /// A type that tells nothing about the content, as servers send when they do not know it.
  public static boolean isGeneric(String mediaType) {
    return GENERIC.contains(mediaType);
  }

  /// A media type or Content-Type without its parameters, in lower case.
  public static String bare(String contentType) {
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
