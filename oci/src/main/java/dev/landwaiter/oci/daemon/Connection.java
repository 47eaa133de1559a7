package dev.landwaiter.oci.daemon;

import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// One connection whose every wait is bounded. A selector does it: blocking channels of Unix
/// sockets know no timeout.
final class Connection extends InputStream {
  private final String shown;
  private final Waiting waiting;
  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 << 10).flip();

  private Connection(String shown, Waiting waiting, SocketChannel channel) throws IOException {
    this.shown = shown;
    this.waiting = waiting;
    this.channel = channel;
    channel.configureBlocking(false);
    this.selector = Selector.open();
    this.key = channel.register(selector, 0);
  }

  /// Connects.
  ///
  /// @throws ImageException with UNREACHABLE when nobody listens or permission is missing
  static Connection open(DaemonAddress where, Waiting waiting) throws IOException {
    SocketAddress address = where.resolve();
    Connection connection = null;
    boolean connected = false;
    try {
      connection =
          new Connection(
              where.toString(),
              waiting,
              address instanceof UnixDomainSocketAddress
                  ? SocketChannel.open(StandardProtocolFamily.UNIX)
                  : SocketChannel.open());
      connection.connect(address);
      connected = true;
      return connection;
    } catch (ImageException e) {
      throw e;
    } catch (IOException e) {
      throw new ImageException(
          ImageException.Code.UNREACHABLE,
          "cannot connect to %s: %s".formatted(where, e.getMessage()),
          e);
    } finally {
      if (connection != null && !connected) {
        connection.close();
      }
    }
  }

  private void connect(SocketAddress address) throws IOException {
    if (!channel.connect(address)) {
      do {
        await(SelectionKey.OP_CONNECT, waiting.connect());
      } while (!channel.finishConnect());
    }
  }

  void write(byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      if (channel.write(left) == 0) {
        await(SelectionKey.OP_WRITE, waiting.idle());
      }
    }
  }

  @Override
  public int read() throws IOException {
    return buffer.hasRemaining() || fill() ? buffer.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!buffer.hasRemaining() && !fill()) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(into, offset, count);
    return count;
  }

  private boolean fill() throws IOException {
    buffer.clear();
    try {
      while (true) {
        int count = channel.read(buffer);
        if (count != 0) {
          return count > 0;
        }
        await(SelectionKey.OP_READ, waiting.idle());
      }
    } finally {
      buffer.flip();
    }
  }

  private void await(int operation, Duration patience) throws IOException {
    Duration most = waiting.atMost(patience);
    key.interestOps(operation);
    int ready = selector.select(Math.max(1, most.toMillis()));
    selector.selectedKeys().clear();
    if (Thread.currentThread().isInterrupted()) {
      throw Waiting.interrupted(new InterruptedException());
    }
    if (ready == 0) {
      throw waiting.unanswered(shown + " was silent", most, patience);
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      selector.close();
    }
  }
}
