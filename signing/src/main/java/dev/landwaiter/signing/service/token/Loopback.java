package dev.landwaiter.signing.service.token;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Waits on this machine for a browser to come back from a login.
public final class Loopback implements AutoCloseable {
  private static final int LONGEST_LINE = 8_192;
  private static final int MOST_VISITS = 50;
  private static final int PATIENCE = 5_000;
  private static final String PAGE =
      "<!doctype html><title>landwaiter</title><p>You may close this page.";

  private final ServerSocket socket;
  private final String path;
  private final String host;

  private Loopback(ServerSocket socket, String host, String path) {
    this.socket = socket;
    this.host = host;
    this.path = path;
  }

  /// Listens on the loopback interface.
  ///
  /// @param address with `localhost` or `127.0.0.1`; the port 0 means any that is free
  /// @throws RefusedException with USAGE for an address of another machine
  public static Loopback listen(URI address) throws IOException {
    String host = String.valueOf(address.getHost());
    if (!host.equals("localhost") && !host.equals("127.0.0.1")) {
      throw new RefusedException(
          FailureClass.USAGE, "a browser must come back to localhost, not to '" + host + "'");
    }
    int port = Math.max(0, address.getPort());
    var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    return new Loopback(socket, host, address.getRawPath());
  }

  /// Where the browser is sent back to.
  public String address() {
    return "http://" + host + ":" + socket.getLocalPort() + path;
  }

  /// What the browser brings.
  ///
  /// @throws RefusedException with TRANSPORT when none comes in time
  Map<String, String> await(Duration longest) throws IOException {
    socket.setSoTimeout(Math.toIntExact(Math.max(1, longest.toMillis())));
    try {
      for (int visit = 0; visit < MOST_VISITS; visit++) {
        Socket next = socket.accept();
        try (Socket visitor = next) {
          visitor.setSoTimeout(PATIENCE);
          String line = line(visitor.getInputStream());
          boolean right = line.startsWith("GET " + path + "?");
          answer(visitor, right);
          if (right) {
            return query(line.substring(5 + path.length(), line.lastIndexOf(' ')));
          }
        } catch (IOException e) {
          // A visitor who went away or said nothing; another may come.
        }
      }
    } catch (SocketTimeoutException e) {
      // Told below.
    }
    throw new RefusedException(FailureClass.TRANSPORT, "nobody logged in in time");
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (line.length() == LONGEST_LINE) {
        throw new IOException("too long");
      }
      line.append((char) c);
    }
    String text = line.toString().strip();
    if (!text.endsWith(" HTTP/1.1") && !text.endsWith(" HTTP/1.0")) {
      throw new IOException("no request");
    }
    return text;
  }

  private static void answer(Socket visitor, boolean right) throws IOException {
    String text =
        "HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(
                right ? "200 OK" : "404 Not Found", right ? PAGE.length() : 0, right ? PAGE : "");
    visitor.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    visitor.getOutputStream().flush();
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        try {
          query.put(
              pair.substring(0, equals),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
          // Not for us.
        }
      }
    }
    return query;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
