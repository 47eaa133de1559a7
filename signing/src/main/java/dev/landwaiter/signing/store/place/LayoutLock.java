package dev.landwaiter.signing.store.place;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// That one only writes into a layout, among the threads of this process and among processes. What
/// is locked is the file `oci-layout`, which is never replaced.
final class LayoutLock implements AutoCloseable {
  private static final int ATTEMPTS = 3_000;
  private static final long WAIT = 10_000_000;

  private final Path folder;
  private final FileChannel channel;

  private LayoutLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static LayoutLock of(Path folder) throws IOException {
    return new LayoutLock(
        folder, FileChannel.open(folder.resolve("oci-layout"), StandardOpenOption.WRITE));
  }

  /// Waits until it is held; closing gives it back.
  void hold() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt() != null) {
        return;
      }
      LockSupport.parkNanos(WAIT);
    }
    throw new RefusedException(
        FailureClass.TRANSPORT, folder + ": another is writing into the layout and does not end");
  }

  private @Nullable FileLock attempt() throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
