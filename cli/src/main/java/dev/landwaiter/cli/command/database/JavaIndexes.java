package dev.landwaiter.cli.command.database;

import dev.landwaiter.base.text.Reason;
import dev.landwaiter.cli.command.CacheFolder;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.DatabaseFlags;
import dev.landwaiter.inventory.database.DatabaseException;
import dev.landwaiter.inventory.lang.java.JavaIndex;
import dev.landwaiter.inventory.lang.java.JavaIndexFile;
import dev.landwaiter.scan.update.DatabaseKind;
import dev.landwaiter.scan.update.Freshness;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/// The index of published Java archives: what is in the cache, or what is pulled when the first
/// archive has to be looked up. It stays mapped until the process ends.
public final class JavaIndexes {
  private JavaIndexes() {}

  /// An index, and whether results that were found with it may be kept.
  ///
  /// @param steady false once a look-up gave what [JavaIndex#id] does not tell
  public record Opened(JavaIndex index, BooleanSupplier steady) {}

  /// Opens what is there, to be pulled later where that is due.
  public static Opened open(DatabasePulls pulls, Instant now) throws UsageException, IOException {
    Invocation invocation = pulls.invocation();
    Path cache = CacheFolder.of(invocation);
    JavaIndex there = read(cache);
    boolean current =
        !Databases.pullWanted(invocation.values(), DatabaseFlags.SKIP_JAVA_UPDATE)
            || Freshness.of(DatabaseKind.JAVA, cache, now) instanceof Freshness.Current;
    if (current) {
      return new Opened(there, () -> true);
    }
    var pending = new PendingJavaIndex(there.id(), () -> pull(pulls, cache, there));
    return new Opened(pending, () -> !pending.consulted());
  }

  private static JavaIndex pull(DatabasePulls pulls, Path cache, JavaIndex there) {
    try {
      pulls.run(DatabaseKind.JAVA, false);
      return read(cache);
    } catch (IOException | UsageException e) {
      pulls
          .invocation()
          .log()
          .warn(
              "%s; Java archives that do not name themselves %s (--skip-java-db-update does not try)"
                  .formatted(
                      e instanceof IOException io ? Reason.of(io) : e.getMessage(),
                      there.empty() ? "are not recognised" : "are looked up in the old one"));
      return there;
    }
  }

  private static JavaIndex read(Path cache) throws IOException {
    Path file = DatabaseKind.JAVA.folder(cache).resolve(DatabaseKind.JAVA.file());
    if (!Files.isRegularFile(file)) {
      return JavaIndex.EMPTY;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      return new JavaIndexFile(
          channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.global()),
          Files.getLastModifiedTime(file) + " " + channel.size());
    } catch (DatabaseException e) {
      throw new IOException(
          "the Java index %s cannot be read: %s; delete it and fetch it again"
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
