package dev.landwaiter.oci.copy;

import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.archive.LayoutWriter;
import dev.landwaiter.oci.registry.BlobSource;
import dev.landwaiter.oci.registry.Stored;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// An OCI layout.
///
/// @param name what the root gets, or empty
public record LayoutTarget(LayoutWriter layout, String name) implements CopyTarget {
  @Override
  public Optional<Stored> tagged(String tag) throws IOException {
    Optional<Descriptor> there = layout.listed(tag);
    return there.isPresent()
        ? Optional.of(new Stored(there.get(), layout.manifest(there.get())))
        : Optional.empty();
  }

  @Override
  public void tagged(String tag, Stored stored) throws IOException {
    inner(stored);
    layout.list(LayoutWriter.named(stored.descriptor(), tag));
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
  public void root(Stored stored) throws IOException {
    inner(stored);
    Descriptor entry = stored.descriptor();
    layout.list(name.isEmpty() ? entry : LayoutWriter.named(entry, name));
  }

  @Override
  public void attached(Stored stored) throws IOException {
    inner(stored);
    layout.list(stored.descriptor());
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
