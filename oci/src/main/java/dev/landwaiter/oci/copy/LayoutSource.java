package dev.landwaiter.oci.copy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.archive.LayoutReader;
import dev.landwaiter.oci.archive.LayoutWriter;
import dev.landwaiter.oci.registry.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An entry of an OCI layout.
///
/// @param entry name or digest of the entry; empty for the only one
public record LayoutSource(LayoutReader layout, String entry, Limits limits) implements CopySource {
  @Override
  public Stored root() throws IOException {
    return manifest(layout.find(entry));
  }

  @Override
  public String name() throws IOException {
    return LayoutWriter.name(layout.find(entry));
  }

  @Override
  public Stored manifest(Descriptor descriptor) throws IOException {
    return new Stored(descriptor, layout.manifest(descriptor));
  }

  @Override
  public InputStream blob(Descriptor descriptor) throws IOException {
    return layout.blob(descriptor);
  }

  /// A layout lists what belongs to a manifest beside it.
  @Override
  public List<Descriptor> referrers(Digest subject) throws IOException {
    List<Descriptor> found = new ArrayList<>();
    for (Descriptor entry : layout.index().manifests()) {
      boolean readable =
          MediaTypes.isImage(entry.mediaType()) || MediaTypes.isIndex(entry.mediaType());
      if (readable && belongs(manifest(entry).document(limits), subject)) {
        found.add(entry);
      }
    }
    return found;
  }

  private static boolean belongs(Document document, Digest subject) {
    return document.subject().filter(s -> s.digest().equals(subject)).isPresent();
  }

  @Override
  public Optional<Stored> tagged(String tag) throws IOException {
    for (Descriptor entry : layout.index().manifests()) {
      if (LayoutWriter.name(entry).equals(tag)) {
        return Optional.of(manifest(entry));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Reference> repository() {
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    layout.close();
  }
}
