package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.oci.Waiting;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A cache in a folder. Files are written beside their place and then renamed, so that nobody sees
/// half of one; writers hold [#lock].
final class FolderCache implements MetadataCache {
  private static final int ATTEMPTS = 100;
  private static final long PAUSE = 100;

  private final Path folder;

  FolderCache(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Bytes> load(String name, int limit) throws IOException {
    try {
      return FolderMirror.read(place(name), limit);
    } catch (RefusedException e) {
      if (e.kind() == FailureClass.LIMIT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public void save(String name, Bytes content) throws IOException {
    Path place = place(name);
    Path unfinished = place.resolveSibling(place.getFileName() + ".new");
    Files.createDirectories(unfinished.resolveSibling(""));
    Files.write(unfinished, content.toArray());
    Files.move(
        unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void remove(String name) throws IOException {
    Files.deleteIfExists(place(name));
  }

  private Path place(String name) throws RefusedException {
    TargetName.require(name);
    Path place = folder.resolve(name).normalize();
    if (!place.startsWith(folder.normalize())) {
      throw new RefusedException(FailureClass.TRUST_ROOT, "'" + name + "' leads out of the cache");
    }
    return place;
  }

  /// Keeps other processes from writing until it is closed.
  ///
  /// @throws RefusedException with TRANSPORT when another one holds it for ten seconds
  Closeable lock() throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return channel;
        }
      } catch (OverlappingFileLockException e) {
        // Another thread of this process holds it.
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        channel.close();
        throw Waiting.interrupted(e);
      }
    }
    channel.close();
    throw new RefusedException(
        FailureClass.TRANSPORT,
        "the cache of trust in " + folder + " is in use by another program");
  }
}
