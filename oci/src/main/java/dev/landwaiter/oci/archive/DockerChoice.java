package dev.landwaiter.oci.archive;

import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.tar.TarPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which image of a docker archive is meant: the one with the digest of its configuration, the one
/// with the tag, or the only one there is.
///
/// @param limits bounds the reading of configurations
record DockerChoice(Store store, Target target, Limits limits) {

  Fields choose(List<Fields> images) throws IOException {
    if (images.isEmpty()) {
      throw Fields.invalid(store.name() + ": the archive holds no image");
    }
    List<Fields> matching = new ArrayList<>();
    for (Fields image : images) {
      if (hasDigest(image) && hasTag(image)) {
        matching.add(image);
      }
    }
    if (matching.size() == 1) {
      return matching.getFirst();
    }
    var tags = new ArrayList<String>();
    for (Fields image : images) {
      tags.addAll(image.texts("RepoTags"));
    }
    throw new ImageException(
        ImageException.Code.NOT_FOUND,
        store.name()
            + (matching.isEmpty()
                ? ": the archive holds no such image"
                : ": the archive holds " + matching.size() + " images; name one by its tag")
            + "; tags: "
            + (tags.isEmpty()
                ? "none"
                : Fields.shown(String.join(", ", tags.subList(0, Math.min(20, tags.size()))))));
  }

  private boolean hasDigest(Fields image) throws IOException {
    return target.digest().isEmpty()
        || DockerArchive.promisedDigest(TarPath.clean(image.text("Config")))
            .equals(target.digest());
  }

  private boolean hasTag(Fields image) throws IOException {
    if (target.tag().isEmpty()) {
      return true;
    }
    Optional<Reference> wanted = full(target.tag());
    for (String tag : image.texts("RepoTags")) {
      boolean onlyTag = tag.endsWith(":" + target.tag());
      if (onlyTag || (wanted.isPresent() && full(tag).equals(wanted))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Reference> full(String name) {
    try {
      return Optional.of(Reference.parse(name));
    } catch (ImageException e) {
      return Optional.empty();
    }
  }
}
