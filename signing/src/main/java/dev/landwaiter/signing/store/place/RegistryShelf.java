package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.Repository;
import dev.landwaiter.oci.registry.Stored;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.store.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A repository of a registry, or two: that of the images and that of their signatures.
final class RegistryShelf implements Shelf {
  private static final Duration PAUSE = Duration.ofMillis(150);

  private final Registry registry;
  private final Reference images;
  private final Reference signatures;
  private final Purpose purpose;
  private @Nullable Repository image;
  private @Nullable Repository signature;

  RegistryShelf(Registry registry, Reference images, Reference signatures, Purpose purpose) {
    this.registry = registry;
    this.images = images;
    this.signatures = signatures;
    this.purpose = purpose;
  }

  /// Where images and signatures lie together, one connection does.
  private synchronized Repository images() throws IOException {
    if (image == null) {
      if (images.canonicalName().equals(signatures.canonicalName())) {
        image = signatures();
      } else {
        image = registry.repository(images, Purpose.PULL);
      }
    }
    return image;
  }

  private synchronized Repository signatures() throws IOException {
    if (signature == null) {
      signature = registry.repository(signatures, purpose);
    }
    return signature;
  }

  @Override
  public String name() {
    return images.canonicalName();
  }

  @Override
  public String at(String tag) {
    return signatures.canonicalName() + ":" + tag;
  }

  @Override
  public String at(Digest digest) {
    return signatures.canonicalName() + "@" + digest;
  }

  @Override
  public Stored image(String name) throws IOException {
    return images().resolve(name);
  }

  @Override
  public List<Stored> tagged(Kind kind, String tag) throws IOException {
    try {
      return List.of(signatures().resolve(tag));
    } catch (ImageException e) {
      if (e.code() == ImageException.Code.NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  @Override
  public List<Descriptor> referrers(Digest subject) throws IOException {
    return signatures().referrers(subject, Optional.empty());
  }

  @Override
  public Stored manifest(Descriptor descriptor) throws IOException {
    return signatures().resolve(descriptor);
  }

  @Override
  public InputStream blob(Descriptor descriptor) throws IOException {
    return signatures().blob(descriptor);
  }

  @Override
  public void putBlob(Descriptor descriptor, Bytes content) throws IOException {
    signatures().push(descriptor, () -> new ByteArrayInputStream(content.toArray()));
  }

  @Override
  public void putTagged(Kind kind, String tag, Stored manifest) throws IOException {
    signatures().pushManifest(tag, manifest.body(), manifest.descriptor().mediaType());
  }

  @Override
  public void putReferrer(Stored manifest) throws IOException {
    String name = manifest.descriptor().digest().toString();
    signatures().pushManifest(name, manifest.body(), manifest.descriptor().mediaType());
  }

  @Override
  public boolean delete(Kind kind, String tag, Digest manifest) throws IOException {
    return signatures().delete(tag.isEmpty() ? manifest.toString() : tag);
  }

  @Override
  public void pause(int attempt) throws IOException {
    registry.options().waiting().pause(PAUSE.multipliedBy(attempt));
  }

  /// A registry has no locks; whoever writes looks again afterwards.
  @Override
  public <T> T exclusively(Troubles.Asking<T> work) throws IOException {
    return work.ask();
  }

  @Override
  public synchronized void close() {
    if (image != null && image != signature) {
      image.close();
    }
    if (signature != null) {
      signature.close();
    }
  }
}
