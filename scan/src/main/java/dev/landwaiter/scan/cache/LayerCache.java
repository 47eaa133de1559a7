package dev.landwaiter.scan.cache;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.inventory.LayerRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;

/// Layer records by key in a folder of files. Files appear by atomic rename, so that any number of
/// processes may read and write at once; a file that is damaged counts as absent.
public final class LayerCache {
  /// Bytes that all entries may take before the least recently used go.
  private static final long SIZE_LIMIT = 512L << 20;

  private static final long ENTRY_LIMIT = 256L << 20;
  private static final int HEADER = 8;

  private final Path folder;
  private final Instant now;
  private final BooleanSupplier keeps;

  /// @param folder made when the first entry is written
  /// @param now the time of this run, kept with entries to tell old ones
  public LayerCache(Path folder, Instant now) {
    this(folder, now, () -> true);
  }

  /// A cache that stores only as long as records depend on their keys alone.
  ///
  /// @param keeps asked at each record whether that is still so
  public LayerCache(Path folder, Instant now, BooleanSupplier keeps) {
    this.folder = folder;
    this.now = now;
    this.keeps = keeps;
  }

  /// The record stored under the key, which must be hex digits, or empty.
  public Optional<LayerRecord> get(String key) {
    Path file = folder.resolve(key);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > ENTRY_LIMIT) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length < HEADER || ByteBuffer.wrap(bytes).getLong() != checksum(bytes)) {
        return Optional.empty();
      }
      LayerRecord record = LayerCodec.read(new Decoder(bytes, HEADER));
      touch(file);
      return Optional.of(record);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void touch(Path file) throws IOException {
    // Once an hour is precise enough to evict by, and spares a write on most runs.
    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minusSeconds(3600))) {
      Files.setLastModifiedTime(file, FileTime.from(now));
    }
  }

  /// Stores a record; trouble with the disk leaves the cache as it was.
  ///
  /// @return whether it was stored
  public boolean put(String key, LayerRecord record) {
    if (!keeps.getAsBoolean()) {
      return false;
    }
    try {
      var buffer = new ByteArrayOutputStream();
      buffer.write(new byte[HEADER]);
      var encoder = new Encoder(buffer);
      LayerCodec.write(record, encoder);
      encoder.flush();
      byte[] bytes = buffer.toByteArray();
      ByteBuffer.wrap(bytes).putLong(checksum(bytes));
      if (bytes.length > ENTRY_LIMIT) {
        return false;
      }
      Files.createDirectories(folder);
      Path temporary = Files.createTempFile(folder, "new-", "");
      try {
        Files.write(temporary, bytes);
        Files.move(temporary, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
      evict();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void evict() throws IOException {
    record Entry(Path file, long size, FileTime used) {}
    List<Entry> entries = new ArrayList<>();
    long sum = 0;
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        try {
          var attributes = Files.readAttributes(file, BasicFileAttributes.class);
          entries.add(new Entry(file, attributes.size(), attributes.lastModifiedTime()));
          sum += attributes.size();
        } catch (NoSuchFileException e) {
          // Another process renamed or removed it meanwhile.
        }
      }
    }
    entries.sort(Comparator.comparing(Entry::used));
    for (Entry entry : entries) {
      if (sum <= SIZE_LIMIT) {
        return;
      }
      Files.deleteIfExists(entry.file());
      sum -= entry.size();
    }
  }

  /// The key for a layer: a digest over everything that decides its record.
  public static String key(List<String> parts) {
    var hash = Digest.newSha256();
    hash.update((byte) LayerCodec.FORM);
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      hash.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
      hash.update(bytes);
    }
    return HexFormat.of().formatHex(hash.digest());
  }

  private static long checksum(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes, HEADER, bytes.length - HEADER);
    return crc.getValue() | 0x4c57_0000_0000_0000L;
  }
}
