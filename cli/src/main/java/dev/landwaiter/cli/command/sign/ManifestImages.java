package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.policy.manifest.ImageUse;
import dev.landwaiter.policy.manifest.Images;
import dev.landwaiter.policy.manifest.Manifest;
import dev.landwaiter.policy.manifest.ManifestReader;
import dev.landwaiter.policy.manifest.Manifests;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.ArrayList;
import java.util.List;

/// The images that manifests of Kubernetes ask for: containers of every kind, and volumes. A file
/// that cannot be read whole is refused: it could ask for an image that nobody looked at.
final class ManifestImages {
  private ManifestImages() {}

  /// Reads a file of YAML or JSON.
  ///
  /// @return in the order of the file; one that is asked for twice is there twice
  static List<String> of(String name, Bytes text) throws RefusedException {
    Manifests read = ManifestReader.read(name, text.toArray());
    if (!read.problems().isEmpty()) {
      Problem problem = read.problems().getFirst().problem();
      throw new RefusedException(FailureClass.PARSE, name + ": " + problem.message());
    }
    if (read.templates() > 0) {
      throw new RefusedException(
          FailureClass.PARSE,
          name + ": a template, whose images are not known before it is rendered");
    }
    List<String> images = new ArrayList<>();
    for (Manifest each : read.objects()) {
      for (ImageUse use : Images.of(each.object())) {
        images.add(use.reference());
      }
    }
    return images;
  }
}
