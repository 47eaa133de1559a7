package dev.landwaiter.scan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.landwaiter.scan.database.FactSources.Surroundings;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedSourceTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final String RECORD =
      """
      {"id": "GHSA-aaaa-bbbb-cccc", "aliases": ["CVE-2026-0001"], "modified": "2026-02-01T00:00:00Z",
       "affected": [{"package": {"ecosystem": "npm", "name": "doors"},
         "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.2.3"}]}]}]}
      """;

  @TempDir Path folder;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = RECORD.getBytes(StandardCharsets.UTF_8);
          boolean known = exchange.getRequestURI().getPath().equals("/feeds/one.json");
          exchange.sendResponseHeaders(known ? 200 : 404, known ? body.length : -1);
          exchange.getResponseBody().write(known ? body : new byte[0]);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private FactSource source(String path) throws IOException {
    var surroundings =
        new Surroundings(
            folder,
            Optional.empty(),
            folder.resolve("cache"),
            folder,
            FetchLimits.DEFAULT,
            ProxySelector.of(null),
            _ -> {},
            _ -> {});
    String host = "127.0.0.1:" + server.getAddress().getPort();
    return new FactSources(surroundings).named("osv:http://" + host + path);
  }

  @Test
  void anAddressIsFetchedIntoTheCacheAndRead() throws IOException {
    FactSource source = source("/feeds/one.json?token=secret");
    assertThat(source.name()).endsWith("/feeds/one.json").doesNotContain("secret");
    Path target = folder.resolve("built.idx");
    var outcome = new DatabaseBuild(NOW).build(List.of(source), target);
    assertThat(outcome.empty()).isEmpty();
    assertThat(folder.resolve("cache/feeds/osv/one.json")).hasContent(RECORD);
    try (var database = IndexDatabase.open(target)) {
      assertThat(database.advisoriesByPrefix("npm::", "doors")).containsOnlyKeys("CVE-2026-0001");
    }
  }

  @Test
  void theReasonStandsInWords() throws IOException {
    FactSource source = source("/feeds/one.json");
    server.stop(0);
    assertThatThrownBy(() -> source.read((_, _, _, _) -> {}))
        .hasMessageEndingWith("/feeds/one.json cannot be fetched: the connection is refused");
  }

  @Test
  void whatCannotBeFetchedLeavesTheOlderFile() throws IOException {
    Path old = folder.resolve("cache/feeds/osv/gone.json");
    Files.createDirectories(folder.resolve("cache/feeds/osv"));
    Files.writeString(old, RECORD);
    FactSource source = source("/gone.json");
    assertThatThrownBy(() -> source.read((_, _, _, _) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("/gone.json answers with status 404");
    assertThat(old).hasContent(RECORD);
    assertThatThrownBy(() -> source("/").read((_, _, _, _) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(" names no file");
  }
}
