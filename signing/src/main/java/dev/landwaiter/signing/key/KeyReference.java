package dev.landwaiter.signing.key;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.net.URI;
import java.net.URISyntaxException;

/// Where a key is, as command lines say it.
public sealed interface KeyReference {
  /// The parts that are built, for messages.
  String BUILT =
      "built are files, http:// and https:// addresses, env://NAME, k8s://NAMESPACE/NAME and"
          + " pkcs11: URIs";

  /// As it was written.
  String text();

  /// A PEM file.
  ///
  /// @param text its path
  record InFile(String text) implements KeyReference {}

  /// A PEM text that is downloaded.
  record AtAddress(String text, URI uri) implements KeyReference {}

  /// A PEM text in an environment variable.
  record InVariable(String text, String name) implements KeyReference {}

  /// A Secret of a Kubernetes cluster.
  record InCluster(String text, String namespace, String name) implements KeyReference {}

  /// A key of a device (PKCS#11).
  record OnToken(String text, TokenUri uri) implements KeyReference {}

  /// Reads a reference.
  ///
  /// @throws RefusedException with USAGE for one that is malformed, and for services that are not
  ///   built
  static KeyReference parse(String text) throws RefusedException {
    if (text.startsWith("pkcs11:")) {
      return new OnToken(text, TokenUri.parse(text));
    }
    int end = text.indexOf("://");
    if (end < 0) {
      if (text.isEmpty()) {
        throw wrong("the key reference is empty");
      }
      return new InFile(text);
    }
    String rest = text.substring(end + 3);
    return switch (text.substring(0, end)) {
      case "env" -> {
        if (rest.isEmpty()) {
          throw wrong("'" + text + "' names no variable");
        }
        yield new InVariable(text, rest);
      }
      case "k8s" -> {
        int slash = rest.indexOf('/');
        if (slash <= 0 || slash == rest.length() - 1 || rest.indexOf('/', slash + 1) >= 0) {
          throw wrong("'" + text + "' is not k8s://NAMESPACE/NAME");
        }
        yield new InCluster(text, rest.substring(0, slash), rest.substring(slash + 1));
      }
      case "http", "https" -> new AtAddress(text, address(text));
      case "awskms", "gcpkms", "azurekms", "hashivault", "openbao" ->
          throw wrong("the key service of '" + text + "' is not built; " + BUILT);
      case "gitlab", "github" ->
          throw wrong(
              "keys in the variables of a project, '" + text + "', are not built; " + BUILT);
      default ->
          throw wrong(
              "'%s' has the scheme of no known key service, and plugins are not built; %s"
                  .formatted(text, BUILT));
    };
  }

  private static URI address(String text) throws RefusedException {
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw wrong("'" + text + "' is no address");
  }

  private static RefusedException wrong(String message) {
    return new RefusedException(FailureClass.USAGE, message);
  }
}
