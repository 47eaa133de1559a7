package dev.landwaiter.oci.archive;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.layer.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Opens images in files: `docker save` archives and OCI image layouts in folders or archives,
/// compressed or not.
public final class Archives {
  private Archives() {}

  /// Opens what a user wrote, `PATH[:TAG][@DIGEST]`; a path that exists as it stands wins.
  ///
  /// @param platform which image of an index; ignored, with a problem, where there is only one
  /// @throws ImageException with NOT_FOUND, INVALID, DIGEST_MISMATCH, LIMIT or UNSUPPORTED
  public static Image open(String target, Optional<Platform> platform, Limits limits)
      throws IOException {
    return open(Target.parse(target), platform, limits);
  }

  /// Opens the image in a file or folder; see [#open(String, Optional, Limits)].
  public static Image open(Path path, Optional<Platform> platform, Limits limits)
      throws IOException {
    return open(new Target(path, "", Optional.empty()), platform, limits);
  }

  /// Gives a whole archive from its start, as often as asked.
  public interface Export {
    InputStream open() throws IOException;
  }

  /// Opens the one image in an uncompressed `docker save` archive that somebody sends. Its table of
  /// contents comes last, so it is read once to the end here, and again up to each layer that is
  /// opened: layers opened in the archive's order need one more reading together. Up to four
  /// readings wait open for the next layer until the image is closed.
  ///
  /// @param name what users call it
  /// @throws ImageException with INVALID, DIGEST_MISMATCH, LIMIT or what the export throws
  public static Image open(String name, Export export, Limits limits) throws IOException {
    var unpackers = new Unpackers(name, export::open, Compression.NONE, limits);
    Store store = PackedTarStore.open(unpackers, limits);
    try {
      var target = new Target(Path.of(""), "", Optional.empty());
      return DockerArchive.open(store, target, Optional.empty(), limits);
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static Image open(Target target, Optional<Platform> platform, Limits limits)
      throws IOException {
    Store store = store(target.path(), limits);
    try {
      requireImage(store);
      return store instanceof FolderStore
          ? Layout.open(store, target, platform, limits)
          : either(store, target, platform, limits);
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /// Tells what is no image at all from a damaged one.
  private static void requireImage(Store store) throws IOException {
    if (!store.has(DockerArchive.MANIFEST)
        && !store.has(Layout.HEADER)
        && !store.has(Layout.INDEX)) {
      throw new ImageException(
          ImageException.Code.NOT_FOUND,
          Fields.shown(store.name())
              + " holds no image: there is neither 'manifest.json' of a docker archive nor"
              + " 'oci-layout' of an OCI layout; an unpacked root file system is for the command"
              + " rootfs");
    }
  }

  static Store store(Path path, Limits limits) throws IOException {
    if (Files.isDirectory(path)) {
      return new FolderStore(path);
    }
    if (!Files.isRegularFile(path)) {
      throw new ImageException(
          ImageException.Code.NOT_FOUND,
          Files.exists(path)
              ? "'" + path + "' is neither a regular file nor a folder"
              : "there is no file or folder '" + path + "'");
    }
    Compression compression;
    try (InputStream file = Files.newInputStream(path)) {
      compression = Compression.detect(file.readNBytes(Compression.HEAD));
    }
    return compression == Compression.NONE
        ? PlainTarStore.open(path, limits)
        : PackedTarStore.open(path, compression, limits);
  }

  /// A docker archive is tried first, because only it tells the tags of an archive that is both.
  private static Image either(
      Store store, Target target, Optional<Platform> platform, Limits limits) throws IOException {
    ImageException notDocker;
    try {
      return DockerArchive.open(store, target, platform, limits);
    } catch (ImageException e) {
      notDocker = e;
    }
    try {
      Image image = Layout.open(store, target, platform, limits);
      return store.has(DockerArchive.MANIFEST) ? withDoubt(image, notDocker) : image;
    } catch (ImageException notLayout) {
      boolean docker = store.has(DockerArchive.MANIFEST);
      throw new ImageException(
          docker ? notDocker.code() : notLayout.code(),
          Fields.shown(store.name())
              + " cannot be opened; as a docker archive: "
              + notDocker.getMessage()
              + "; as an OCI layout: "
              + notLayout.getMessage(),
          docker ? notDocker : notLayout);
    }
  }

  private static Image withDoubt(Image image, ImageException notDocker) {
    List<Problem> problems = new ArrayList<>(image.problems());
    problems.add(
        Problem.in("manifest.json", "ignored, read as an OCI layout: " + notDocker.getMessage()));
    return new Image(
        image.id(),
        image.repoTags(),
        image.repoDigests(),
        image.reference(),
        image.canonicalName(),
        image.config(),
        image.layers(),
        problems,
        image.resource());
  }
}
