package dev.landwaiter.oci.daemon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A container engine in this process: answers GET requests on a socket by their path with query.
public final class TestEngine implements AutoCloseable {
  /// Writes a whole answer, with its head.
  public interface Answering {
    void answer(OutputStream out) throws IOException;
  }

  private final ServerSocketChannel server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Answering> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private TestEngine(ServerSocketChannel server) {
    this.server = server;
    executor.execute(this::accept);
  }

  public static TestEngine at(Path socket) throws IOException {
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    return new TestEngine(server);
  }

  public static TestEngine atAnyPort() throws IOException {
    var server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return new TestEngine(server);
  }

  public String address() throws IOException {
    SocketAddress address = server.getLocalAddress();
    return address instanceof InetSocketAddress inet
        ? "tcp://127.0.0.1:" + inet.getPort()
        : "unix://" + address;
  }

  public void on(String path, Answering answer) {
    answers.put(path, answer);
  }

  /// What was asked for, in order.
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public static Answering json(int status, String body) {
    return out ->
        out.write(
            "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, body.length(), body)
                .getBytes(StandardCharsets.UTF_8));
  }

  /// An answer in chunks, as engines send exports.
  ///
  /// @param bytes how many of the content are sent before the connection breaks off, if fewer
  public static Answering chunked(byte[] content, int bytes) {
    return out -> {
      out.write(
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      int size = 32_000;
      for (int at = 0; at < bytes; at += size) {
        int length = Math.min(size, bytes - at);
        out.write((Integer.toHexString(length) + ";x=y\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(content, at, length);
        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
      }
      if (bytes == content.length) {
        out.write("0\r\nTrailer: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  private void accept() {
    while (true) {
      try {
        SocketChannel client = server.accept();
        executor.execute(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(SocketChannel client) {
    try (client) {
      String path = path(Channels.newInputStream(client));
      requests.add(path);
      answers
          .getOrDefault(path, json(404, "{\"message\":\"No such image: x\"}"))
          .answer(Channels.newOutputStream(client));
    } catch (IOException e) {
      // the client has what it wanted and is gone
    }
  }

  private static String path(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("no request");
      }
      head.write(c);
    }
    String line = head.toString(StandardCharsets.US_ASCII);
    return line.substring(line.indexOf(' ') + 1, line.indexOf(" HTTP/1.1\r\n"));
  }

  @Override
  public void close() throws IOException {
    server.close();
    executor.shutdownNow();
    // the socket takes connections until whoever waits in accept has left
    executor.close();
  }
}
