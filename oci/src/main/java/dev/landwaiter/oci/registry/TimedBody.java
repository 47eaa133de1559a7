package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The body of an answer as a stream that waits for bytes no longer than allowed. The stream of the
/// JDK would wait forever for a server that falls silent.
final class TimedBody extends InputStream implements BodySubscriber<InputStream> {
  /// How many parts may wait to be read; each is at most one buffer of the client, 64 KiB.
  private static final int PARTS_AHEAD = 8;

  private sealed interface Part {}

  private record Bytes(List<ByteBuffer> buffers) implements Part {}

  private record Failed(Throwable cause) implements Part {}

  private record End() implements Part {}

  private final String shown;
  private final Waiting waiting;
  private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private final ArrayDeque<ByteBuffer> current = new ArrayDeque<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private volatile boolean closed;
  private @Nullable Part last;

  /// @param shown the address for messages
  TimedBody(String shown, Waiting waiting) {
    this.shown = shown;
    this.waiting = waiting;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.complete(given);
    if (closed) {
      given.cancel();
    } else {
      given.request(PARTS_AHEAD);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> item) {
    parts.add(new Bytes(item));
  }

  @Override
  public void onError(Throwable throwable) {
    parts.add(new Failed(throwable));
  }

  @Override
  public void onComplete() {
    parts.add(new End());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      if (closed) {
        throw new IOException("the stream is closed");
      }
      ByteBuffer next = current.peek();
      if (next == null) {
        if (!fill()) {
          return -1;
        }
      } else if (next.hasRemaining()) {
        int count = Math.min(length, next.remaining());
        next.get(into, offset, count);
        return count;
      } else {
        current.poll();
      }
    }
  }

  /// Takes the next part; false at the end.
  private boolean fill() throws IOException {
    Part part = last == null ? take() : last;
    switch (part) {
      case Bytes bytes -> {
        current.addAll(bytes.buffers());
        subscription.join().request(1);
        return true;
      }
      case Failed failed -> {
        last = failed;
        throw new IOException(String.valueOf(failed.cause().getMessage()), failed.cause());
      }
      case End end -> {
        last = end;
        return false;
      }
    }
  }

  private Part take() throws ImageException {
    try {
      Duration allowed = waiting.atMost(waiting.idle());
      Part part = parts.poll(allowed.toNanos(), TimeUnit.NANOSECONDS);
      if (part == null) {
        close();
        throw waiting.unanswered(shown + " sent nothing", allowed, waiting.idle());
      }
      return part;
    } catch (InterruptedException e) {
      close();
      throw Waiting.interrupted(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    if (subscription.isDone()) {
      subscription.join().cancel();
    }
  }
}
