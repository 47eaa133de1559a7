package dev.landwaiter.oci.archive;

import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.tar.TarPath;
import dev.landwaiter.oci.tar.TarReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/// Where each file of a tar archive lies, and where its links lead.
final class TarIndex {
  /// Files that decide what the image is: two of one name would show each reader another image.
  private static final Set<String> DECISIVE = Set.of("manifest.json", "index.json", "oci-layout");

  /// One file.
  ///
  /// @param offset of its content from the start of the uncompressed archive
  /// @param head its first bytes; none where the archive can be read at any place
  /// @param kept its whole content, or none
  @SuppressWarnings("ArrayRecordComponent")
  record Indexed(long offset, long size, byte[] head, byte[] kept) {}

  /// What is read of a file while it is indexed.
  interface Keep {
    Indexed index(TarReader tar, long offset) throws IOException;
  }

  private final String name;
  private final Limits limits;
  private final Map<String, Indexed> files = new HashMap<>();
  private final Map<String, String> links = new HashMap<>();

  TarIndex(String name, Limits limits) {
    this.name = name;
    this.limits = limits;
  }

  /// Reads the whole archive.
  ///
  /// @param position tells the place in the archive
  void fill(TarReader tar, LongSupplier position, Keep keep) throws IOException {
    while (tar.next()) {
      String path = tar.path();
      if (DECISIVE.contains(path) && (files.containsKey(path) || links.containsKey(path))) {
        throw Fields.invalid(name + ": there are two entries '" + path + "'");
      }
      switch (tar.kind()) {
        case FILE -> {
          links.remove(path);
          if (tar.isSparse()) {
            throw new ImageException(
                ImageException.Code.UNSUPPORTED,
                name + ": '" + Fields.shown(path) + "' is a sparse file; pack it without holes");
          }
          files.put(path, keep.index(tar, position.getAsLong()));
        }
        case SYMLINK -> {
          files.remove(path);
          links.put(path, target(path, tar.link()));
        }
        case HARD_LINK -> {
          String target = TarPath.clean(tar.link());
          boolean known = files.containsKey(target) || links.containsKey(target);
          files.remove(path);
          links.put(path, known ? target : target(path, tar.link()));
        }
        case DIRECTORY, OTHER -> {}
      }
    }
  }

  private static String target(String path, String link) {
    int slash = path.lastIndexOf('/');
    return TarPath.clean(
        link.startsWith("/") || slash < 0 ? link : path.substring(0, slash) + "/" + link);
  }

  /// The file behind a path, links followed.
  ///
  /// @throws ImageException with LIMIT for links that go on and on, or in a circle
  Optional<Indexed> find(String path) throws ImageException {
    String at = path;
    for (long steps = 1; links.containsKey(at); steps++) {
      limits.check(Limit.LINK_DEPTH, steps, name + ": '" + Fields.shown(path) + "'");
      at = links.getOrDefault(at, "");
    }
    return Optional.ofNullable(files.get(at));
  }
}
