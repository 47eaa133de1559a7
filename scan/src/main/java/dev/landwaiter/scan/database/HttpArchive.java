package dev.landwaiter.scan.database;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A mirror reached over HTTP or HTTPS. What it sends is trusted for nothing: the caller checks
/// digests.
public final class HttpArchive implements Archive, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(20);

  private final URI mirror;
  private final Duration patience;
  private final HttpClient client;

  /// @param mirror the archive's root, such as the URI of apt's source
  /// @param proxy of apt (`Acquire::http::Proxy`), where one is set
  /// @param patience how long one file may take
  /// @throws IllegalArgumentException when the mirror or the proxy is no address with a host
  public HttpArchive(URI mirror, Optional<URI> proxy, Duration patience) {
    String text = mirror.toString();
    this.mirror = URI.create(text.endsWith("/") ? text : text + "/");
    this.patience = patience;
    var builder =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1);
    proxy.ifPresent(address -> builder.proxy(ProxySelector.of(socket(address))));
    this.client = builder.build();
  }

  private static InetSocketAddress socket(URI proxy) {
    if (proxy.getHost() == null) {
      throw new IllegalArgumentException("the proxy " + proxy + " names no host");
    }
    int port = proxy.getPort() > 0 ? proxy.getPort() : 80;
    return InetSocketAddress.createUnresolved(proxy.getHost(), port);
  }

  @Override
  public byte[] fetch(String path, int limit) throws IOException {
    Archive.checkPath(path);
    // A first part with a colon would be read as a scheme.
    URI uri = mirror.resolve("./" + path);
    var request = HttpRequest.newBuilder(uri).timeout(patience).build();
    var body = HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), limit);
    var sent = client.sendAsync(request, body);
    try {
      var response = sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return switch (response.statusCode()) {
        case 200 -> response.body();
        case 404, 410 -> throw new FileNotFoundException(path + " does not exist");
        default ->
            throw new IOException(
                FeedDownload.plain(uri) + " answers with status " + response.statusCode());
      };
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw new IOException(
          FeedDownload.plain(uri) + " took longer than " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(
          FeedDownload.plain(uri) + " cannot be fetched: " + FetchTrouble.reason(e), e);
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      var interrupted =
          new InterruptedIOException(
              "the fetch of " + FeedDownload.plain(uri) + " was interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
