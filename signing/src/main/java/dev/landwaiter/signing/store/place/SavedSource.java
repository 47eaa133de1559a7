package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.copy.CopySource;
import dev.landwaiter.oci.registry.Stored;
import dev.landwaiter.signing.store.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A folder that `save` wrote, to be copied from: one image with what belongs to it.
public final class SavedSource implements CopySource {
  private final LayoutShelf shelf;

  private SavedSource(LayoutShelf shelf) {
    this.shelf = shelf;
  }

  /// Opens the folder.
  ///
  /// @throws dev.landwaiter.signing.RefusedException when there is no such folder
  public static SavedSource open(Path folder, Limits limits) throws IOException {
    return new SavedSource(Troubles.telling(() -> LayoutShelf.open(folder, limits)));
  }

  @Override
  public Stored root() throws IOException {
    return shelf.image("");
  }

  @Override
  public String name() {
    return "";
  }

  @Override
  public Stored manifest(Descriptor descriptor) throws IOException {
    return shelf.manifest(descriptor);
  }

  @Override
  public InputStream blob(Descriptor descriptor) throws IOException {
    return shelf.blob(descriptor);
  }

  @Override
  public List<Descriptor> referrers(Digest subject) throws IOException {
    return shelf.referrers(subject);
  }

  @Override
  public Optional<Stored> tagged(String tag) throws IOException {
    for (Kind kind : List.of(Kind.SIGNATURE, Kind.ATTESTATION, Kind.SBOM)) {
      if (tag.endsWith(kind.suffix())) {
        return shelf.tagged(kind, tag).stream().findFirst();
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
    shelf.close();
  }
}
