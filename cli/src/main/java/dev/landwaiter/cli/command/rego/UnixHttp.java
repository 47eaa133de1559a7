package dev.landwaiter.cli.command.rego;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.OutsideException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// One request over a Unix socket, in HTTP/1.0 so that the answer ends with the connection.
final class UnixHttp {
  private UnixHttp() {}

  static HttpAnswer send(HttpRequest request) throws OutsideException {
    URI uri;
    try {
      uri = URI.create(request.url());
    } catch (IllegalArgumentException e) {
      throw new OutsideException(Reason.NETWORK, "not a URL: " + request.url());
    }
    List<String> rest = new ArrayList<>();
    String socket = "";
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String part : query.split("&", -1)) {
      if (part.startsWith("socket=")) {
        socket = URLDecoder.decode(part.substring("socket=".length()), UTF_8);
      } else if (!part.isEmpty()) {
        rest.add(part);
      }
    }
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String target = rest.isEmpty() ? path : path + "?" + String.join("&", rest);
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        var selector = Selector.open()) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      var out = ByteBuffer.wrap(head(request, target, String.valueOf(uri.getHost())));
      while (out.hasRemaining()) {
        channel.write(out);
      }
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      return parse(read(channel, selector, request), request);
    } catch (IOException | IllegalArgumentException e) {
      throw new OutsideException(Reason.NETWORK, "dial unix " + socket + ": " + e.getMessage());
    }
  }

  private static byte[] head(HttpRequest request, String target, String host) {
    byte[] body = request.body().orElse("").getBytes(UTF_8);
    var text = new StringBuilder();
    text.append(request.method()).append(' ').append(target).append(" HTTP/1.0\r\n");
    text.append("host: ").append(host).append("\r\n");
    request
        .headers()
        .forEach((name, values) ->
            values.forEach(value ->
                text.append(clean(name)).append(": ").append(clean(value)).append("\r\n")));
    if (request.body().isPresent()) {
      text.append("content-length: ").append(body.length).append("\r\n");
    }
    text.append("\r\n");
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(text.toString().getBytes(UTF_8));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  /// Without what would end the line.
  private static String clean(String text) {
    return text.replace("\r", "").replace("\n", "");
  }

  private static byte[] read(SocketChannel channel, Selector selector, HttpRequest request)
      throws IOException, OutsideException {
    var bytes = new ByteArrayOutputStream();
    var buffer = ByteBuffer.allocate(8192);
    long waiting = Math.max(1, request.timeout().toMillis());
    while (true) {
      if (selector.select(waiting) == 0) {
        throw new OutsideException(Reason.TIMEOUT, "context deadline exceeded");
      }
      selector.selectedKeys().clear();
      int count = channel.read(buffer);
      if (count < 0) {
        return bytes.toByteArray();
      }
      bytes.write(buffer.array(), 0, count);
      buffer.clear();
      if (bytes.size() > request.answerLimit()) {
        throw new OutsideException(
            Reason.NETWORK,
            "the answer has more than the " + request.answerLimit() + " bytes that are read");
      }
    }
  }

  private static HttpAnswer parse(byte[] bytes, HttpRequest request) throws OutsideException {
    String text = new String(bytes, ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    String[] lines = text.substring(0, Math.max(end, 0)).split("\r\n", -1);
    String[] words = lines[0].split(" ", 3);
    if (end < 0 || words.length < 2 || words[1].length() != 3) {
      throw new OutsideException(Reason.NETWORK, "malformed HTTP response from " + request.url());
    }
    Map<String, List<String>> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers
            .computeIfAbsent(
                lines[i].substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
            .add(lines[i].substring(colon + 1).strip());
      }
    }
    int status = Integer.parseInt(words[1]);
    String reason = words.length > 2 ? words[2] : Reasons.of(status);
    int start = end + 4;
    return new HttpAnswer(
        status, reason, headers, ByteBuffer.wrap(bytes, start, bytes.length - start).slice());
  }
}
