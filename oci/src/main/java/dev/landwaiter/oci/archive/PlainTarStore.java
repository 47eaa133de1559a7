package dev.landwaiter.oci.archive;

import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.archive.TarIndex.Indexed;
import dev.landwaiter.oci.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// A tar archive that is not compressed: indexed by its headers alone, read in place.
final class PlainTarStore implements Store {
  private static final byte[] NOTHING = {};

  private final String name;
  private final FileChannel file;
  private final TarIndex index;

  private PlainTarStore(String name, FileChannel file, TarIndex index) {
    this.name = name;
    this.file = file;
    this.index = index;
  }

  static PlainTarStore open(Path path, Limits limits) throws IOException {
    String name = path.toString();
    var file = FileChannel.open(path);
    try {
      var source = new ChannelSource(file, name);
      var index = new TarIndex(name, limits);
      index.fill(
          new TarReader(source, name, limits, Limit.ARCHIVE_ENTRIES),
          source::position,
          (tar, offset) -> new Indexed(offset, tar.size(), NOTHING, NOTHING));
      return new PlainTarStore(name, file, index);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
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
    return open(path).readNBytes(most);
  }

  @Override
  public InputStream open(String path) throws IOException {
    var found = index.find(path).orElseThrow(() -> missing(path));
    return new Slice(file, found.offset(), found.size());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
