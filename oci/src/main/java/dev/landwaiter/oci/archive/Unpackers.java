package dev.landwaiter.oci.archive;

import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.layer.Bounded;
import dev.landwaiter.oci.layer.Compression;
import dev.landwaiter.oci.layer.Inflates;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Those who decompress one archive. One that has read its part waits there for whoever wants a
/// part further on, because going back means to start again.
final class Unpackers implements AutoCloseable {
  private static final int MOST_WAITING = 4;

  /// Gives the stored bytes from their start, as often as asked.
  interface Source {
    InputStream open() throws IOException;
  }

  private final String name;
  private final Source source;
  private final Compression compression;
  private final Limits limits;
  private final List<Bounded> waiting = new ArrayList<>();
  private boolean closed;

  /// @param name what users call the archive
  Unpackers(String name, Source source, Compression compression, Limits limits) {
    this.name = name;
    this.source = source;
    this.compression = compression;
    this.limits = limits;
  }

  /// What users call the archive.
  String name() {
    return name;
  }

  /// The archive decompressed from its start.
  Bounded fresh() throws IOException {
    var file = new Counted(source.open());
    try {
      var stream = compression.open(file, Inflates.fastest(), name);
      return new Bounded(stream, file::count, name, limits, Limit.BYTES_PER_ARCHIVE);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /// A part of the decompressed archive.
  InputStream open(long offset, long size) throws IOException {
    Bounded stream = nearest(offset);
    try {
      passTo(stream, offset);
    } catch (IOException | RuntimeException e) {
      stream.close();
      throw e;
    }
    return new Part(stream, size);
  }

  private void passTo(Bounded stream, long offset) throws IOException {
    var scratch = new byte[64 << 10];
    while (stream.count() < offset) {
      int most = (int) Math.min(scratch.length, offset - stream.count());
      if (stream.read(scratch, 0, most) < 0) {
        throw shorter();
      }
    }
  }

  private ImageException shorter() {
    return Fields.invalid(name + ": the archive is shorter than when it was indexed");
  }

  private Bounded nearest(long offset) throws IOException {
    synchronized (waiting) {
      var best =
          waiting.stream()
              .filter(stream -> stream.count() <= offset)
              .max(Comparator.comparingLong(Bounded::count));
      if (best.isPresent()) {
        waiting.remove(best.get());
        return best.get();
      }
    }
    return fresh();
  }

  private void done(Bounded stream) throws IOException {
    Bounded leaving = stream;
    synchronized (waiting) {
      if (!closed) {
        waiting.add(stream);
        if (waiting.size() <= MOST_WAITING) {
          return;
        }
        leaving = waiting.removeFirst();
      }
    }
    leaving.close();
  }

  @Override
  public void close() throws IOException {
    synchronized (waiting) {
      closed = true;
      for (var stream : waiting) {
        stream.close();
      }
      waiting.clear();
    }
  }

  /// A part that is being read.
  private final class Part extends InputStream {
    private final Bounded stream;
    private long left;
    private boolean open = true;

    Part(Bounded stream, long size) {
      this.stream = stream;
      left = size;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int part = stream.read(into, offset, (int) Math.min(length, left));
      if (part < 0) {
        throw Fields.invalid(name + ": the archive is shorter than when it was indexed");
      }
      left -= part;
      return part;
    }

    @Override
    public void close() throws IOException {
      if (open) {
        open = false;
        done(stream);
      }
    }
  }
}
