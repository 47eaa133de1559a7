package dev.landwaiter.oci.registry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// The body of one request on its way: counts what was taken for sending, and tells trouble of its
/// source from trouble of the network.
final class Outgoing {
  private final Optional<Payload> payload;
  private final AtomicLong taken = new AtomicLong();
  private volatile Optional<IOException> trouble = Optional.empty();

  Outgoing(Optional<Payload> payload) {
    this.payload = payload;
  }

  BodyPublisher publisher() {
    if (payload.isEmpty() || payload.get().size() == 0) {
      return BodyPublishers.noBody();
    }
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(this::open), payload.get().size());
  }

  private InputStream open() {
    try {
      return new Counted(payload.orElseThrow().source().open());
    } catch (IOException e) {
      trouble = Optional.of(e);
      throw new UncheckedIOException(e);
    }
  }

  /// How many bytes were taken so far; grows while the other side takes them.
  long taken() {
    return taken.get();
  }

  /// What went wrong with the source, if anything did.
  Optional<IOException> trouble() {
    return trouble;
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      try {
        int read = in.read(into, offset, length);
        taken.addAndGet(Math.max(0, read));
        return read;
      } catch (IOException e) {
        trouble = Optional.of(e);
        throw e;
      }
    }
  }
}
