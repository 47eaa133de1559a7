package dev.landwaiter.oci;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The manifest of one image or artifact (OCI image specification 1.1, "Image Manifest").
///
/// @param layers the base first
public record Manifest(
    String mediaType,
    String artifactType,
    Descriptor config,
    List<Descriptor> layers,
    Optional<Descriptor> subject,
    Map<String, String> annotations)
    implements Document {
  public Manifest {
    layers = List.copyOf(layers);
    annotations = Map.copyOf(annotations);
  }

  static Manifest read(Fields fields, String mediaType, Limits limits) throws ImageException {
    var config = fields.object("config").orElseThrow(() -> fields.missing("config"));
    var layers = new ArrayList<Descriptor>();
    for (var layer : fields.list("layers")) {
      String where = fields.where() + ": layer " + (layers.size() + 1);
      layers.add(Descriptor.read(Fields.of(where, layer)));
      limits.check(Limit.LAYERS, layers.size(), fields.where());
    }
    var subject = fields.object("subject");
    return new Manifest(
        mediaType,
        fields.text("artifactType"),
        Descriptor.read(config),
        layers,
        subject.isPresent() ? Optional.of(Descriptor.read(subject.get())) : Optional.empty(),
        fields.textMap("annotations"));
  }

  /// The artifact type as written, else the media type of the configuration.
  public String effectiveArtifactType() {
    return artifactType.isEmpty() ? config.mediaType() : artifactType;
  }

  /// Nothing, when this may be the manifest of a container image.
  ///
  /// @throws ImageException with UNSUPPORTED, naming the artifact type, for charts, modules and
  ///   other artifacts
  public void requireImage(String where) throws ImageException {
    String type = effectiveArtifactType();
    if (!MediaTypes.isImageConfig(type) && !MediaTypes.isGeneric(type)) {
      throw new ImageException(
          ImageException.Code.UNSUPPORTED,
          where + ": an artifact of type '" + Fields.shown(type) + "', not a container image");
    }
  }
}
