package dev.landwaiter.oci;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Several manifests under one digest, mostly of one image for several platforms (OCI image
/// specification 1.1, "Image Index").
public record Index(
    String mediaType,
    String artifactType,
    List<Descriptor> manifests,
    Optional<Descriptor> subject,
    Map<String, String> annotations)
    implements Document {
  public Index {
    manifests = List.copyOf(manifests);
    annotations = Map.copyOf(annotations);
  }

  static Index read(Fields fields, String mediaType) throws ImageException {
    if (fields.member("manifests").isEmpty()) {
      throw fields.missing("manifests");
    }
    var manifests = new ArrayList<Descriptor>();
    for (var manifest : fields.list("manifests")) {
      String where = fields.where() + ": manifest " + (manifests.size() + 1);
      manifests.add(Descriptor.read(Fields.of(where, manifest)));
    }
    var subject = fields.object("subject");
    return new Index(
        mediaType,
        fields.text("artifactType"),
        manifests,
        subject.isPresent() ? Optional.of(Descriptor.read(subject.get())) : Optional.empty(),
        fields.textMap("annotations"));
  }

  /// The first entry that the request accepts. An entry without platform counts as linux/amd64,
  /// attestations are never chosen; without a request linux/amd64 is meant.
  ///
  /// @param where what is being read, for the message
  /// @throws ImageException with NOT_FOUND, listing the platforms there are
  public Descriptor select(String where, Optional<Platform> requested) throws ImageException {
    var images = manifests.stream().filter(m -> !m.isAttestation()).toList();
    var wanted =
        requested
            .orElse(Platform.LINUX_AMD64)
            .completedFrom(images.stream().findFirst().map(Index::platformOf));
    return images.stream()
        .filter(image -> wanted.accepts(platformOf(image)))
        .findFirst()
        .orElseThrow(() ->
            new ImageException(
                ImageException.Code.NOT_FOUND,
                where + ": no image for platform " + wanted + "; " + offered(images)));
  }

  private static Platform platformOf(Descriptor image) {
    return image.platform().orElse(Platform.LINUX_AMD64);
  }

  private static String offered(List<Descriptor> images) {
    return images.isEmpty()
        ? "there is none at all"
        : images.stream()
            .limit(50)
            .map(image -> Fields.shown(platformOf(image).toString()))
            .distinct()
            .collect(Collectors.joining(", ", "there are: ", ""));
  }
}
