package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageException.Code;
import dev.landwaiter.oci.Verified;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// The bytes of a blob, exactly as many as its descriptor promises. Where they break off they are
/// asked for again from there on, a few times without progress and a bounded number of times
/// altogether.
final class Resuming extends InputStream {
  /// Asks for the bytes from an offset to the end.
  interface Rest {
    InputStream from(long offset) throws IOException;
  }

  private static final int TRIES = 3;
  private static final int ALL_TRIES = 100;
  private static final long PROGRESS = 256 << 10;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final Session session;
  private final Rest rest;
  private final String what;
  private final long size;
  private InputStream in;
  private long count;
  private long countBefore;
  private int tries;
  private int allTries;

  private Resuming(Session session, Rest rest, String what, long size, InputStream in) {
    this.session = session;
    this.rest = rest;
    this.what = what;
    this.size = size;
    this.in = in;
  }

  /// Asks for the whole blob.
  static Resuming open(Session session, Rest rest, String what, long size) throws IOException {
    return new Resuming(session, rest, what, size, rest.from(0));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    while (true) {
      IOException trouble;
      try {
        int read = in.read(into, offset, length);
        if (read >= 0 || count == size) {
          count += Math.max(0, read);
          if (count > size) {
            throw Verified.tooLong(what, size);
          }
          return read;
        }
        trouble = new IOException("the body ends");
      } catch (ImageException e) {
        if (e.code() != Code.UNREACHABLE || tries == TRIES) {
          throw e;
        }
        trouble = e;
      } catch (IOException e) {
        trouble = e;
      }
      if (count == size) {
        return -1;
      }
      resume(trouble);
    }
  }

  private void resume(IOException trouble) throws IOException {
    in.close();
    if (count - countBefore >= PROGRESS) {
      tries = 0;
    }
    countBefore = count;
    if (tries == TRIES || allTries == ALL_TRIES) {
      throw new ImageException(
          Code.UNREACHABLE,
          "the %s breaks off after %d of %d bytes".formatted(what, count, size),
          trouble);
    }
    session.pause(FIRST_PAUSE.multipliedBy(1L << tries));
    tries++;
    allTries++;
    in = rest.from(count);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
