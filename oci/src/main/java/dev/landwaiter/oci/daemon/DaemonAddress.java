package dev.landwaiter.oci.daemon;

import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Where a container engine listens.
public sealed interface DaemonAddress {
  /// A socket in the file system.
  record Socket(Path path) implements DaemonAddress {
    @Override
    public String toString() {
      return "unix://" + path;
    }
  }

  /// A port that speaks plain HTTP.
  record Port(String host, int port) implements DaemonAddress {
    @Override
    public String toString() {
      return "tcp://" + host + ":" + port;
    }
  }

  /// Reads `unix:///PATH`, a path alone, `tcp://HOST:PORT` or `http://HOST:PORT`, as `DOCKER_HOST`
  /// and the options hold them.
  ///
  /// @throws ImageException with UNSUPPORTED for every other scheme
  static DaemonAddress parse(String text) throws ImageException {
    try {
      if (text.startsWith("/")) {
        return new Socket(Path.of(text));
      }
      if (text.startsWith("unix://")) {
        return new Socket(Path.of(text.substring("unix://".length())));
      }
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme();
      if ((scheme.equals("tcp") || scheme.equals("http")) && uri.getHost() != null) {
        int port = uri.getPort() < 0 ? 2375 : uri.getPort();
        if (port <= 65535) {
          return new Port(uri.getHost(), port);
        }
      }
    } catch (URISyntaxException | InvalidPathException e) {
      // refused below with the same words as everything else
    }
    throw new ImageException(
        ImageException.Code.UNSUPPORTED,
        "'%s' is not supported as the address of a container engine: unix:///PATH and tcp://HOST:PORT are"
            .formatted(Fields.shown(text)));
  }

  /// The address to connect to.
  ///
  /// @throws ImageException with UNREACHABLE when the socket or the host does not exist
  default SocketAddress resolve() throws ImageException {
    return switch (this) {
      case Socket(Path path) -> {
        if (!Files.exists(path)) {
          throw new ImageException(
              ImageException.Code.UNREACHABLE, "there is no socket %s".formatted(path));
        }
        try {
          yield UnixDomainSocketAddress.of(path);
        } catch (IllegalArgumentException e) {
          throw Fields.invalid("the path %s is too long for a socket".formatted(path));
        }
      }
      case Port(String host, int port) -> {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
          throw new ImageException(
              ImageException.Code.UNREACHABLE, "there is no host " + Fields.shown(host));
        }
        yield address;
      }
    };
  }
}
