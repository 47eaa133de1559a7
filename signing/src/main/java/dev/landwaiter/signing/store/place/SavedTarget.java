package dev.landwaiter.signing.store.place;

import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.archive.LayoutFolder;
import dev.landwaiter.oci.archive.LayoutWriter;
import dev.landwaiter.oci.copy.CopyTarget;
import dev.landwaiter.oci.registry.BlobSource;
import dev.landwaiter.oci.registry.Stored;
import dev.landwaiter.signing.store.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A folder that `save` writes: an OCI layout whose index tells what is the image and what its
/// signatures are; bundles are blobs only. What the index told before is told no longer.
public final class SavedTarget implements CopyTarget {
  private record Named(String tag, Descriptor manifest) {}

  private final LayoutFolder layout;
  private final List<Named> attached = new ArrayList<>();

  private SavedTarget(LayoutFolder layout) {
    this.layout = layout;
  }

  public static SavedTarget open(Path folder, Limits limits) throws IOException {
    return new SavedTarget(LayoutFolder.open(folder, limits));
  }

  @Override
  public String name() {
    return "";
  }

  @Override
  public Optional<Stored> tagged(String tag) {
    return Optional.empty();
  }

  @Override
  public void tagged(String tag, Stored stored) throws IOException {
    inner(stored);
    attached.add(new Named(tag, stored.descriptor()));
  }

  @Override
  public void blob(Descriptor descriptor, BlobSource source, Optional<Reference> from)
      throws IOException {
    if (!layout.has(descriptor)) {
      try (InputStream in = source.open()) {
        layout.blob(descriptor, in);
      }
    }
  }

  @Override
  public void inner(Stored stored) throws IOException {
    blob(stored.descriptor(), () -> new ByteArrayInputStream(stored.body()), Optional.empty());
  }

  @Override
  public void attached(Stored stored) throws IOException {
    inner(stored);
  }

  /// Only what belongs to the image itself is marked by its kind; cosign would take the signatures
  /// of its children for its own.
  @Override
  public void root(Stored stored) throws IOException {
    inner(stored);
    Descriptor root = stored.descriptor();
    layout.unlist(entry -> true);
    boolean index = MediaTypes.isIndex(root.mediaType());
    layout.list(marked(root, index ? Kind.IMAGE_INDEX : Kind.IMAGE));
    for (Named each : attached) {
      Descriptor entry = each.manifest();
      for (Kind kind : List.of(Kind.SIGNATURE, Kind.ATTESTATION, Kind.SBOM)) {
        if (each.tag().equals(AttachedTag.of("", root.digest(), kind))) {
          entry = marked(entry, kind.layoutKind());
        }
      }
      layout.list(LayoutWriter.named(entry, each.tag()));
    }
  }

  private static Descriptor marked(Descriptor descriptor, String kind) {
    Map<String, String> annotations = new LinkedHashMap<>();
    annotations.put(Kind.ANNOTATION, kind);
    return LayoutShelf.annotated(descriptor, annotations);
  }

  @Override
  public void finish() throws IOException {
    layout.finish();
  }

  @Override
  public void close() throws IOException {
    layout.close();
  }
}
