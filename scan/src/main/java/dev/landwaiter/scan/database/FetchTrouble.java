package dev.landwaiter.scan.database;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Says why an address cannot be fetched; the JDK's client often tells nothing.
final class FetchTrouble {
  private FetchTrouble() {}

  /// A few words.
  static String reason(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return switch (cause) {
      case ConnectException c ->
          unresolved(c) ? "there is no host of that name" : "the connection is refused";
      case HttpTimeoutException t -> "no answer in time";
      case SSLException s ->
          message.contains("plaintext connection") ? "it does not speak TLS" : message;
      default -> message;
    };
  }

  private static boolean unresolved(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .limit(10)
        .anyMatch(UnresolvedAddressException.class::isInstance);
  }
}
