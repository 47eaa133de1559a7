package dev.landwaiter.scan.run;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.ImageLayer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// A layer that tells how much of it has been read.
record ObservedLayer(ImageLayer layer, LongConsumer observer) implements ImageLayer {
  @Override
  public String digest() {
    return layer.digest();
  }

  @Override
  public Digest diffId() {
    return layer.diffId();
  }

  @Override
  public long storedSize() {
    return layer.storedSize();
  }

  @Override
  public InputStream open() throws IOException {
    return new Counted(layer.open(), observer);
  }

  private static final class Counted extends FilterInputStream {
    private final LongConsumer observer;
    private long count;

    Counted(InputStream in, LongConsumer observer) {
      super(in);
      this.observer = observer;
    }

    @Override
    public int read() throws IOException {
      int octet = super.read();
      if (octet >= 0) {
        observer.accept(++count);
      }
      return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      if (read > 0) {
        count += read;
        observer.accept(count);
      }
      return read;
    }
  }
}
