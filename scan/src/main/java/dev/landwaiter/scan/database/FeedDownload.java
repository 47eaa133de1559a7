package dev.landwaiter.scan.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Fetches the one file of a feed over HTTP or HTTPS into a folder. An older one stays until the
/// new one is whole.
final class FeedDownload {
  /// The largest archive of advisories that is known has a good 1 GiB.
  static final long LIMIT = 4L << 30;

  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private FeedDownload() {}

  /// @param proxies which proxy an address is reached through
  /// @return the file, named as the last part of the address
  /// @throws IOException when it cannot be fetched, exceeds 4 GiB or takes longer than half an hour
  static Path fetch(URI address, Path folder, ProxySelector proxies) throws IOException {
    Files.createDirectories(folder);
    Path target = folder.resolve(fileName(address));
    Path part = folder.resolve(fileName(address) + ".part");
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(proxies)
            .build()) {
      download(client, address, part);
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return target;
  }

  private static void download(HttpClient client, URI address, Path part) throws IOException {
    var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    var body =
        HttpResponse.BodyHandlers.limiting(
            HttpResponse.BodyHandlers.ofFile(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING),
            LIMIT);
    var sent = client.sendAsync(request, body);
    try {
      int status = sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      if (status != 200) {
        throw new IOException(plain(address) + " answers with status " + status);
      }
    } catch (TimeoutException e) {
      throw new IOException(
          plain(address) + " took longer than " + PATIENCE.toMinutes() + " minutes", e);
    } catch (ExecutionException e) {
      throw new IOException(plain(address) + " cannot be fetched: " + FetchTrouble.reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      var interrupted = new InterruptedIOException("the fetch was interrupted");
      interrupted.initCause(e);
      throw interrupted;
    } finally {
      sent.cancel(true);
      client.shutdownNow();
    }
  }

  /// The address without what might be a secret.
  static String plain(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port + address.getPath();
  }

  private static String fileName(URI address) throws IOException {
    String path = address.getPath() == null ? "" : address.getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean safe =
        name.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0));
    if (!safe || name.isEmpty() || name.startsWith(".")) {
      throw new IOException(plain(address) + " names no file");
    }
    return name;
  }
}
