package dev.landwaiter.oci;

import java.util.Map;
import java.util.Optional;

/// What a reference leads to: the manifest of one image, or an index of several.
public sealed interface Document permits Manifest, Index {
  String mediaType();

  /// As written; empty where absent.
  String artifactType();

  Optional<Descriptor> subject();

  Map<String, String> annotations();

  /// Reads a manifest or an index and refuses whatever could be taken for both (OCI image
  /// specification 1.1, "Image Manifest Property Descriptions", `mediaType`).
  ///
  /// @param where what is being read, for messages
  /// @param promised the media type by the descriptor or the Content-Type, or empty; one that says
  ///   nothing about the content (`application/json`) counts as empty
  /// @throws ImageException with INVALID, LIMIT, or UNSUPPORTED for schema 1 and unknown types
  static Document parse(String where, byte[] body, String promised, Limits limits)
      throws ImageException {
    limits.check(Limit.MANIFEST, body.length, where);
    var fields = Fields.parse(where, body);
    String type = typeOf(fields, MediaTypes.bare(promised));
    if (MediaTypes.isSchema1(type)) {
      throw new ImageException(
          ImageException.Code.UNSUPPORTED,
          where + ": a manifest of the outdated schema 1; push the image again with a newer tool");
    }
    if (!MediaTypes.isIndex(type) && !MediaTypes.isImage(type)) {
      throw new ImageException(
          ImageException.Code.UNSUPPORTED,
          where + ": media type '" + Fields.shown(type) + "' is neither a manifest nor an index");
    }
    if (fields.member("schemaVersion").isPresent() && fields.size("schemaVersion") != 2) {
      throw Fields.invalid(where + ": member 'schemaVersion' is not 2");
    }
    return MediaTypes.isIndex(type)
        ? Index.read(fields, type)
        : Manifest.read(fields, type, limits);
  }

  private static String typeOf(Fields fields, String promised) throws ImageException {
    boolean index = fields.member("manifests").isPresent();
    boolean image = fields.member("layers").isPresent() || fields.member("config").isPresent();
    boolean schema1 = fields.member("fsLayers").isPresent();
    if ((index ? 1 : 0) + (image ? 1 : 0) + (schema1 ? 1 : 0) > 1) {
      throw Fields.invalid(
          fields.where() + ": has the members of an index and of a manifest at once");
    }
    String own = MediaTypes.bare(fields.text("mediaType"));
    boolean told = !MediaTypes.isGeneric(promised);
    if (!own.isEmpty() && told && !own.equals(promised)) {
      throw Fields.invalid(
          fields.where()
              + ": says it is '"
              + Fields.shown(own)
              + "', but is referred to as '"
              + Fields.shown(promised)
              + "'");
    }
    String byContent =
        index
            ? MediaTypes.OCI_INDEX
            : image ? MediaTypes.OCI_MANIFEST : schema1 ? MediaTypes.DOCKER_SCHEMA1 : "";
    String type = !own.isEmpty() ? own : told ? promised : byContent;
    if ((MediaTypes.isIndex(type) && (image || schema1))
        || (MediaTypes.isImage(type) && (index || schema1))) {
      throw Fields.invalid(
          fields.where() + ": its content contradicts its media type '" + type + "'");
    }
    return type;
  }
}
