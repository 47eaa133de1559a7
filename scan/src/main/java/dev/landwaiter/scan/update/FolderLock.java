package dev.landwaiter.scan.update;

import dev.landwaiter.oci.Waiting;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The right to change a folder of the cache. It ends with the process, however that ends, so
/// nothing is ever left locked. Readers need none.
final class FolderLock implements AutoCloseable {
  private static final String FILE = ".lock";
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Waits until nobody else changes the folder.
  ///
  /// @param said is told once when there is something to wait for
  /// @throws IOException when the folder cannot be written to, or the time allowed is over
  static FolderLock take(Path folder, Waiting waiting, Consumer<String> said) throws IOException {
    Files.createDirectories(folder);
    var channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      boolean told = false;
      while (attempt(channel) == null) {
        if (!told) {
          said.accept("another process is changing " + folder + "; waiting until it is done");
          told = true;
        }
        waiting.pause(PAUSE);
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
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
