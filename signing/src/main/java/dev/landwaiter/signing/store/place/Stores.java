package dev.landwaiter.signing.store.place;

import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Path;

/// Opens the places where signatures lie.
public final class Stores {
  private Stores() {}

  /// The repository of an image in a registry. Nothing is asked before something is wanted.
  ///
  /// @param image its repository counts, not its tag or digest
  /// @param purpose PUSH where something will be written
  public static SignatureStore registry(
      Registry registry, Reference image, Purpose purpose, StoreOptions options) {
    Reference signatures = options.repository().orElse(image);
    var shelf = new RegistryShelf(registry, image, signatures, purpose);
    return new ShelfStore(shelf, options, registry.limits());
  }

  /// An OCI layout in a folder.
  ///
  /// @throws dev.landwaiter.signing.RefusedException when there is none, or it is broken
  public static SignatureStore layout(Path folder, StoreOptions options) throws IOException {
    Limits limits = Limits.STANDARD;
    return new ShelfStore(
        Troubles.telling(() -> LayoutShelf.open(folder, limits)), options, limits);
  }
}
