package dev.landwaiter.signing.store;

import dev.landwaiter.oci.Descriptor;
import java.util.List;
import java.util.Optional;

/// A manifest that belongs to an image, as far as its own words say.
///
/// @param kind what it holds, or empty when it holds nothing of ours
/// @param tag that it lies under, or empty when it names the image as its subject
/// @param place for messages, such as `registry.example/app:sha256-….sig`
/// @param type of the predicate where it says one, else of the artifact
/// @param manifest what points at it
public record Carried(
    Optional<Kind> kind,
    String tag,
    String place,
    String type,
    Descriptor manifest,
    List<Descriptor> layers) {
  public Carried {
    layers = List.copyOf(layers);
  }
}
