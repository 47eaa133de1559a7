package dev.landwaiter.oci.copy;

import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.BlobSource;
import dev.landwaiter.oci.registry.Repository;
import dev.landwaiter.oci.registry.Stored;
import java.io.IOException;
import java.util.Optional;

/// A repository of a registry.
///
/// @param tag what the root gets, or empty
public record RegistryTarget(Repository open, String tag) implements CopyTarget {
  @Override
  public String name() {
    return tag;
  }

  @Override
  public Optional<Stored> tagged(String other) throws IOException {
    return open.find(other);
  }

  @Override
  public void tagged(String other, Stored stored) throws IOException {
    put(stored, other);
  }

  @Override
  public void blob(Descriptor descriptor, BlobSource source, Optional<Reference> from)
      throws IOException {
    open.push(descriptor, source, from);
  }

  @Override
  public void inner(Stored stored) throws IOException {
    put(stored, stored.descriptor().digest().toString());
  }

  @Override
  public void root(Stored stored) throws IOException {
    put(stored, tag.isEmpty() ? stored.descriptor().digest().toString() : tag);
  }

  @Override
  public void attached(Stored stored) throws IOException {
    inner(stored);
  }

  private void put(Stored stored, String name) throws IOException {
    open.pushManifest(name, stored.body(), stored.descriptor().mediaType());
  }

  @Override
  public void finish() {}

  @Override
  public void close() {
    open.close();
  }
}
