package dev.landwaiter.oci.archive;

import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.archive.TarIndex.Indexed;
import dev.landwaiter.oci.layer.Compression;
import dev.landwaiter.oci.tar.StreamSource;
import dev.landwaiter.oci.tar.TarReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A tar archive that can only be read from its start: a compressed file, or a stream. It is never
/// unpacked to disk: one pass indexes it and keeps the small JSON files, and each layer is read by
/// decompressing up to it.
///
/// Readers that are done wait where they are ([Unpackers]), so that layers asked for in their order
/// cost one more pass altogether, for each thread that asks.
final class PackedTarStore implements Store {
  private static final byte[] NOTHING = {};
  private static final int SMALL = 1 << 20;
  private static final long ALL_SMALL = 32 << 20;

  private final String name;
  private final TarIndex index;
  private final Unpackers unpackers;
  private long kept;

  private PackedTarStore(String name, Unpackers unpackers, Limits limits) {
    this.name = name;
    this.unpackers = unpackers;
    index = new TarIndex(name, limits);
  }

  static PackedTarStore open(Path path, Compression compression, Limits limits) throws IOException {
    String name = path.toString();
    return open(new Unpackers(name, () -> Files.newInputStream(path), compression, limits), limits);
  }

  /// An archive that comes as a stream, from its start as often as asked.
  static PackedTarStore open(Unpackers unpackers, Limits limits) throws IOException {
    String name = unpackers.name();
    var store = new PackedTarStore(name, unpackers, limits);
    try (var stream = store.unpackers.fresh()) {
      var source = new StreamSource(stream, name);
      store.index.fill(
          new TarReader(source, name, limits, Limit.ARCHIVE_ENTRIES),
          source::position,
          store::indexed);
      source.drain();
    }
    return store;
  }

  private Indexed indexed(TarReader tar, long offset) throws IOException {
    long size = tar.size();
    if (size > SMALL || kept + size > ALL_SMALL) {
      return new Indexed(offset, size, tar.head(Compression.HEAD), NOTHING);
    }
    byte[] content = tar.content();
    boolean json = content.length > 0 && (content[0] == '{' || content[0] == '[');
    kept += json ? size : 0;
    byte[] head = Arrays.copyOf(content, Math.min(content.length, Compression.HEAD));
    return new Indexed(offset, size, head, json ? content : NOTHING);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size(String path) throws IOException {
    return index.find(path).map(Indexed::size).orElse(-1L);
  }

  @Override
  public byte[] head(String path, int most) throws IOException {
    byte[] head = index.find(path).orElseThrow(() -> missing(path)).head();
    return Arrays.copyOf(head, Math.min(head.length, most));
  }

  @Override
  public InputStream open(String path) throws IOException {
    var found = index.find(path).orElseThrow(() -> missing(path));
    return found.kept().length > 0
        ? new ByteArrayInputStream(found.kept())
        : unpackers.open(found.offset(), found.size());
  }

  @Override
  public void close() throws IOException {
    unpackers.close();
  }
}
