package dev.landwaiter.oci.archive;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Index;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Verified;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads an OCI image layout as what it is, a store of blobs with an index, whatever they hold (OCI
/// image specification 1.1, "Image Layout").
public final class LayoutReader implements AutoCloseable {
  private final Store store;
  private final Index index;
  private final Limits limits;

  private LayoutReader(Store store, Index index, Limits limits) {
    this.store = store;
    this.index = index;
    this.limits = limits;
  }

  /// Opens a folder, or a tar archive of one, compressed or not.
  ///
  /// @throws ImageException with NOT_FOUND, INVALID, LIMIT or UNSUPPORTED
  public static LayoutReader open(Path path, Limits limits) throws IOException {
    Store store = Archives.store(path, limits);
    try {
      Layout.requireHeader(store, limits);
      return new LayoutReader(store, Layout.index(store, limits), limits);
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  public Index index() {
    return index;
  }

  /// The entry of a name or a digest; without either the only entry there is.
  ///
  /// @throws ImageException with NOT_FOUND, listing the names there are
  public Descriptor find(String nameOrDigest) throws ImageException {
    Optional<Digest> digest = Digest.parse(nameOrDigest);
    List<Descriptor> found =
        index.manifests().stream()
            .filter(entry ->
                nameOrDigest.isEmpty()
                    || digest.filter(entry.digest()::equals).isPresent()
                    || nameOrDigest.equals(entry.annotations().get(Layout.NAME)))
            .toList();
    if (found.isEmpty() || (nameOrDigest.isEmpty() && found.size() > 1)) {
      throw new ImageException(
          ImageException.Code.NOT_FOUND,
          "%s: %s; names: %s"
              .formatted(
                  store.name(),
                  found.isEmpty()
                      ? "the layout holds no '" + Fields.shown(nameOrDigest) + "'"
                      : "the layout holds several manifests, say which",
                  Layout.names(index)));
    }
    return found.getFirst();
  }

  /// A manifest or an index, verified.
  public byte[] manifest(Descriptor descriptor) throws IOException {
    return store.blob(descriptor, Limit.MANIFEST, limits);
  }

  /// Opens a blob; size and digest are verified by the time the last bytes come.
  public InputStream blob(Descriptor descriptor) throws IOException {
    String path = Store.blobPath(descriptor);
    InputStream stored =
        descriptor.embedded().isPresent() && !store.has(path)
            ? new ByteArrayInputStream(descriptor.embedded().get())
            : store.open(path);
    return new Verified(stored, store.name() + ": " + path, descriptor);
  }

  /// Whether the blob is there.
  public boolean has(Descriptor descriptor) throws IOException {
    return store.has(Store.blobPath(descriptor));
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
