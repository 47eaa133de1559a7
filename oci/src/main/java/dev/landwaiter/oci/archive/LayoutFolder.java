package dev.landwaiter.oci.archive;

import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Index;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Verified;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Writes an OCI image layout into a folder, new or already one. Each file appears whole or not at
/// all, and the index names nothing that is not there.
public final class LayoutFolder implements LayoutWriter {
  private final Path folder;
  private final List<Descriptor> entries = new ArrayList<>();

  private LayoutFolder(Path folder) {
    this.folder = folder;
  }

  /// Begins, or goes on with what is in the folder.
  ///
  /// @throws ImageException with INVALID when the folder holds something else
  public static LayoutFolder open(Path folder, Limits limits) throws IOException {
    var layout = new LayoutFolder(folder);
    if (Files.exists(folder.resolve(Layout.HEADER))) {
      try (var reader = LayoutReader.open(folder, limits)) {
        Index index = reader.index();
        layout.entries.addAll(index.manifests());
      }
    } else if (holdsSomething(folder)) {
      throw new ImageException(
          ImageException.Code.INVALID,
          "the folder '%s' holds something that is no OCI layout".formatted(folder));
    }
    return layout;
  }

  private static boolean holdsSomething(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  /// A file of the right name and size may still be damaged.
  @Override
  public boolean has(Descriptor descriptor) throws IOException {
    Path blob = folder.resolve(Store.blobPath(descriptor));
    try (InputStream in =
        new Verified(Files.newInputStream(blob), "blob " + descriptor.digest(), descriptor)) {
      in.transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (NoSuchFileException | ImageException e) {
      return false;
    }
  }

  @Override
  public void blob(Descriptor descriptor, InputStream verified) throws IOException {
    WholeFile.write(folder.resolve(Store.blobPath(descriptor)), verified);
  }

  @Override
  public Optional<Descriptor> listed(String name) {
    return LayoutWriter.listed(entries, name);
  }

  @Override
  public byte[] manifest(Descriptor descriptor) throws IOException {
    return new FolderStore(folder).blob(descriptor, Limit.MANIFEST, Limits.STANDARD);
  }

  @Override
  public void list(Descriptor entry) {
    LayoutWriter.add(entries, entry);
  }

  /// Takes entries out of the index; their blobs stay.
  public void unlist(Predicate<Descriptor> entries) {
    this.entries.removeIf(entries);
  }

  @Override
  public void finish() throws IOException {
    // One that is there was read and stays: others may hold a lock on it.
    if (!Files.exists(folder.resolve(Layout.HEADER))) {
      WholeFile.write(folder.resolve(Layout.HEADER), LayoutWriter.stream(LayoutWriter.HEADER));
    }
    WholeFile.write(folder.resolve(Layout.INDEX), LayoutWriter.stream(LayoutWriter.index(entries)));
  }

  @Override
  public void close() {}
}
