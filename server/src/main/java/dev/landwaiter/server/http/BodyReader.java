package dev.landwaiter.server.http;

import dev.landwaiter.server.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;

/// Reads the body of one request within the limits.
final class BodyReader {
  private static final int FIRST = 16 << 10;

  private final Limits limits;
  private final Semaphore kilobytes;

  BodyReader(Limits limits) {
    this.limits = limits;
    this.kilobytes = new Semaphore((int) (limits.bodies() >> 10));
  }

  /// The body was not read; the answer says why.
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Answer answer;

    RefusedException(int status, String message) {
      super(message);
      this.answer = Answer.text(status, message + "\n");
    }

    Answer answer() {
      return answer;
    }
  }

  /// Bytes and what they hold of the memory for bodies, until they are let go.
  final class Held implements AutoCloseable {
    private byte[] bytes = new byte[0];
    private int length;
    private int held;

    byte[] bytes() {
      return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void grow(int size) throws RefusedException {
      int more = (size >> 10) + 1 - held;
      if (more > 0 && !kilobytes.tryAcquire(more)) {
        throw new RefusedException(503, "too much is being read at this moment, try again later");
      }
      held += Math.max(more, 0);
      bytes = Arrays.copyOf(bytes, size);
    }

    private void readAll(InputStream in, Runnable heard) throws IOException, RefusedException {
      while (true) {
        if (length == bytes.length) {
          if (length > limits.body()) {
            throw tooLarge();
          }
          grow(Math.min(Math.max(2 * length, FIRST), limits.body() + 1));
        }
        int read = in.read(bytes, length, bytes.length - length);
        if (read < 0) {
          break;
        }
        length += read;
        heard.run();
        if (length > limits.body()) {
          throw tooLarge();
        }
      }
    }

    @Override
    public void close() {
      kilobytes.release(held);
      held = 0;
    }
  }

  /// Reads to the end.
  ///
  /// @param declared bytes the client announced, or less than 0
  /// @param heard run whenever bytes came
  Held read(InputStream in, long declared, Runnable heard) throws IOException, RefusedException {
    if (declared > limits.body()) {
      throw tooLarge();
    }
    var held = new Held();
    try {
      held.readAll(in, heard);
      return held;
    } catch (IOException | RefusedException | RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private RefusedException tooLarge() {
    return new RefusedException(
        413, "the body is larger than the " + limits.body() + " bytes that are read");
  }
}
