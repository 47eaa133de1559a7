package dev.landwaiter.cli;

import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.archive.LayoutReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A registry on this machine that gives away the image of one layout as `app:1`, just enough for
/// the training run to pull it once.
final class TrainingRegistry implements AutoCloseable {
  private final ServerSocket socket;
  private final Path layout;
  private final Descriptor manifest;

  private TrainingRegistry(ServerSocket socket, Path layout, Descriptor manifest) {
    this.socket = socket;
    this.layout = layout;
    this.manifest = manifest;
  }

  static TrainingRegistry start(Path layout) throws IOException {
    try (var reader = LayoutReader.open(layout, Limits.STANDARD)) {
      var socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
      var registry = new TrainingRegistry(socket, layout, reader.index().manifests().getFirst());
      Thread.ofVirtual().start(registry::serve);
      return registry;
    }
  }

  String image() {
    return "127.0.0.1:" + socket.getLocalPort() + "/app:1";
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> answer(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket connection) {
    try (connection) {
      var in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] words = line.split(" ", -1);
        if (!words[0].equals("GET")) {
          return;
        }
        String header = in.readLine();
        while (header != null && !header.isEmpty()) {
          header = in.readLine();
        }
        give(connection.getOutputStream(), words[1]);
      }
    } catch (IOException e) {
      // Whoever asked has gone.
    }
  }

  private void give(OutputStream out, String path) throws IOException {
    String last = path.substring(path.lastIndexOf(':') + 1);
    String hex = path.contains("/manifests/") ? manifest.digest().encoded() : last;
    byte[] body =
        path.equals("/v2/")
            ? new byte[] {'{', '}'}
            : Files.readAllBytes(layout.resolve("blobs/sha256").resolve(hex));
    out.write(
        "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(manifest.mediaType(), body.length)
            .getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
