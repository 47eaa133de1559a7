package dev.landwaiter.base.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// One folder on the way down: its sorted names and how its entries are opened.
///
/// Entries are opened relative to an ancestor that is kept open, so that paths longer than the
/// system takes in one piece can be walked while few descriptors are in use.
final class OpenFolder implements AutoCloseable {
  /// Bytes of a path that may stand between the open ancestor and a folder; systems take 4,096.
  private static final int STRETCH = 600;

  private static final int NAMES_LIMIT = 2_000_000;

  private final SecureDirectoryStream<Path> ancestor;
  private final Path way;
  private final boolean ownsAncestor;
  private final int pathLength;
  private final Path[] names;
  private int next;

  private OpenFolder(
      SecureDirectoryStream<Path> ancestor,
      Path way,
      boolean ownsAncestor,
      int pathLength,
      Path[] names) {
    this.ancestor = ancestor;
    this.way = way;
    this.ownsAncestor = ownsAncestor;
    this.pathLength = pathLength;
    this.names = names;
  }

  static OpenFolder root(Path root) throws IOException {
    var stream = open(root);
    try {
      return new OpenFolder(stream, Path.of(""), true, 0, names(stream));
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  /// Opens a folder of this one without following a symbolic link.
  ///
  /// @param length of the folder's path from the root
  OpenFolder enter(Path name, int length) throws IOException {
    Path path = way.resolve(name);
    var stream = ancestor.newDirectoryStream(path, LinkOption.NOFOLLOW_LINKS);
    boolean keep = path.toString().length() > STRETCH;
    try {
      Path[] names = names(stream);
      return keep
          ? new OpenFolder(stream, Path.of(""), true, length, names)
          : new OpenFolder(ancestor, path, false, length, names);
    } catch (IOException e) {
      keep = false;
      throw e;
    } finally {
      if (!keep) {
        stream.close();
      }
    }
  }

  Optional<Path> nextName() {
    return next < names.length ? Optional.of(names[next++]) : Optional.empty();
  }

  int pathLength() {
    return pathLength;
  }

  PosixFileAttributes attributes(Path name) throws IOException {
    return ancestor
        .getFileAttributeView(
            way.resolve(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .readAttributes();
  }

  /// The content of a file, or empty when it has become larger than the limit.
  Optional<byte[]> content(Path name, long size, int limit) throws IOException {
    try (SeekableByteChannel channel =
        ancestor.newByteChannel(
            way.resolve(name), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      return read(channel, size, limit);
    }
  }

  static Optional<byte[]> read(SeekableByteChannel channel, long size, int limit)
      throws IOException {
    // One byte more than the size, so that the end is seen without a second buffer.
    var buffer = ByteBuffer.allocate((int) Math.min(size, limit) + 1);
    while (channel.read(buffer) >= 0) {
      if (buffer.position() > limit) {
        return Optional.empty();
      }
      if (!buffer.hasRemaining()) {
        int larger = (int) Math.min(limit + 1L, Math.max(8192L, buffer.capacity() * 2L));
        buffer = ByteBuffer.allocate(larger).put(buffer.flip());
      }
    }
    return Optional.of(Arrays.copyOf(buffer.array(), buffer.position()));
  }

  @Override
  public void close() throws IOException {
    if (ownsAncestor) {
      ancestor.close();
    }
  }

  // Whoever receives the stream closes it.
  @SuppressWarnings("StreamResourceLeak")
  private static SecureDirectoryStream<Path> open(Path root) throws IOException {
    DirectoryStream<Path> stream = Files.newDirectoryStream(root);
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return secure;
    }
    stream.close();
    throw new FileSystemException(
        root.toString(), "", "this system cannot open files relative to a folder");
  }

  private static Path[] names(DirectoryStream<Path> stream) throws IOException {
    var names = new ArrayList<Path>();
    try {
      for (Path path : stream) {
        if (names.size() == NAMES_LIMIT) {
          throw new IOException("more than " + NAMES_LIMIT + " entries in one folder");
        }
        names.add(path.getFileName());
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Path[] sorted = names.toArray(Path[]::new);
    // Paths of POSIX systems are ordered by their bytes.
    Arrays.sort(sorted);
    return sorted;
  }
}
