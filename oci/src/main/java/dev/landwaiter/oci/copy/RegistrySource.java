package dev.landwaiter.oci.copy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Repository;
import dev.landwaiter.oci.registry.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// What a reference leads to in a registry.
public record RegistrySource(Repository open, Reference reference) implements CopySource {
  @Override
  public Stored root() throws IOException {
    return open.resolve(reference.identifier());
  }

  @Override
  public String name() {
    return reference.tag();
  }

  @Override
  public Stored manifest(Descriptor descriptor) throws IOException {
    return open.resolve(descriptor);
  }

  @Override
  public InputStream blob(Descriptor descriptor) throws IOException {
    return open.blob(descriptor);
  }

  @Override
  public List<Descriptor> referrers(Digest subject) throws IOException {
    return open.referrers(subject, Optional.empty());
  }

  @Override
  public Optional<Stored> tagged(String tag) throws IOException {
    return open.find(tag);
  }

  @Override
  public Optional<Reference> repository() {
    return Optional.of(reference);
  }

  @Override
  public void close() {
    open.close();
  }
}
