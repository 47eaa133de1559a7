package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.landwaiter.testing.MemoryRegistry;
import dev.landwaiter.testing.Shared;
import dev.landwaiter.vulnerability.store.IndexInfo;
import dev.landwaiter.vulnerability.store.IndexSource;
import dev.landwaiter.vulnerability.store.IndexWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Databases on their way between caches, registries and scans, by the commands that move them.
class DatabaseTransferTest {
  private static final String IMAGE = "alpine-310.docker.tar.gz";

  @TempDir Path folder;

  @BeforeEach
  void index() throws IOException {
    var writer = new IndexWriter();
    writer.accept("alpine 3.10", "musl", "CVE-2026-0001", utf8("{\"FixedVersion\":\"99.0-r0\"}"));
    writer.write(
        folder.resolve("made.idx"),
        new IndexInfo(Ran.NOW, List.of(new IndexSource("made", Ran.NOW, 1)), List.of()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Ran run(String... words) {
    return Ran.in(
        folder, Map.of("HOME", folder.toString(), "LANDWAITER_CACHE_DIR", "cache"), List.of(words));
  }

  private Ran scan(String... more) {
    List<String> words =
        new ArrayList<>(List.of("image", "--input", Shared.path("images/" + IMAGE).toString()));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  @Test
  void whatIsPushedIsPulledByWhoScans() throws IOException {
    try (var registry = MemoryRegistry.start()) {
      String name = registry.host() + "/advisories";
      Ran pushed = run("db", "push", "--db", "made.idx", name + ":2");
      assertThat(pushed.exit()).isZero();
      assertThat(pushed.stdout()).matches("\\Q" + name + "\\E:2@sha256:[0-9a-f]{64}\n");
      Ran scanned = scan("--db-repository", "127.0.0.1:1/dead," + name);
      assertThat(scanned.exit()).isZero();
      assertThat(scanned.stdout()).contains("CVE-2026-0001", "99.0-r0");
      assertThat(scanned.stderr())
          .contains("127.0.0.1:1/dead:2: cannot reach 127.0.0.1:1")
          .contains("was pulled from " + name + ":2")
          .contains("Judged by the index");
      int asked = registry.requests().size();
      assertThat(scan("--db-repository", name).stdout()).contains("CVE-2026-0001");
      assertThat(registry.requests()).hasSize(asked);
      Ran updated = run("db", "update", "--db-repository", name);
      assertThat(updated.stdout()).isEqualTo("advisory database: up to date\n");
      Ran forced = run("db", "update", "--force", "--db-repository", name);
      assertThat(forced.stdout()).isEqualTo("advisory database: pulled from " + name + ":2\n");
    }
  }

  @Test
  void whereNothingCanBePulledWhatIsThereJudgesAndSaysSo() {
    Ran scanned = scan("--db-repository", "127.0.0.1:1/dead");
    assertThat(scanned.exit()).isEqualTo(2);
    assertThat(scanned.stderr())
        .contains("warning: no advisory database could be pulled: 127.0.0.1:1/dead:2: cannot reach")
        .contains("Judged by the built-in database")
        .contains("nothing in")
        .contains("could be judged");
  }

  @Test
  void offlineAndSkippingOpenNoConnection() throws IOException {
    try (var registry = MemoryRegistry.start()) {
      String name = registry.host() + "/advisories";
      scan("--offline", "--db-repository", name);
      scan("--skip-db-update", "--skip-java-db-update", "--db-repository", name);
      Ran update = run("db", "update", "--offline", "--db-repository", name);
      assertThat(update.exit()).isEqualTo(64);
      assertThat(run("db", "push", "--offline", "--db", "made.idx", name).exit()).isEqualTo(64);
      assertThat(registry.requests()).isEmpty();
    }
  }

  @Test
  void aDownloadAloneScansNothing() throws IOException {
    try (var registry = MemoryRegistry.start()) {
      String name = registry.host() + "/advisories";
      run("db", "push", "--db", "made.idx", name + ":2");
      Ran done = run("image", "--download-db-only", "--db-repository", name);
      assertThat(done.exit()).isZero();
      assertThat(done.stdout()).isEmpty();
      assertThat(folder.resolve("cache/db/landwaiter.idx")).exists();
      Ran persona =
          Ran.in(
              folder,
              Map.of("HOME", folder.toString(), "TRIVY_CACHE_DIR", "other"),
              List.of("trivy", "image", "--download-db-only", "--db-repository", name));
      assertThat(persona.exit()).isZero();
      assertThat(folder.resolve("other/db/landwaiter.idx")).exists();
      assertThat(run("image", "--download-db-only", "--skip-db-update").exit()).isEqualTo(64);
      assertThat(run("image", "--download-db-only", "--download-java-db-only").exit())
          .isEqualTo(64);
    }
  }

  @Test
  void aBuiltIndexJudgesWithoutAnythingBeingPulled() throws IOException {
    try (var registry = MemoryRegistry.start()) {
      Files.createDirectories(folder.resolve("cache/index"));
      Files.copy(folder.resolve("made.idx"), folder.resolve("cache/index/built.idx"));
      assertThat(scan("--db-repository", registry.host() + "/advisories").stdout())
          .contains("CVE-2026-0001");
      assertThat(registry.requests()).isEmpty();
    }
  }

  @Test
  void theNamedDatabaseJudges() {
    assertThat(scan("--db", "made.idx").stdout()).contains("CVE-2026-0001");
    assertThat(scan("--db", "missing.idx").exit()).isEqualTo(2);
  }

  @Test
  void statusHoldsTheFileAgainstWhatWasPulled() throws IOException {
    try (var registry = MemoryRegistry.start()) {
      String name = registry.host() + "/advisories";
      run("db", "push", "--db", "made.idx", name + ":2");
      run("db", "update", "--db-repository", name);
      Ran good = run("db", "status", "--verify");
      assertThat(good.exit()).isZero();
      assertThat(good.stdout()).contains("Origin:       " + name + ":2", "Verified:     yes");
      Files.copy(
          otherIndex(),
          folder.resolve("cache/db/landwaiter.idx"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Ran swapped = run("db", "status", "--verify");
      assertThat(swapped.exit()).isEqualTo(2);
      assertThat(swapped.stdout()).contains("Verified:     no: the file is sha256:");
    }
  }

  private Path otherIndex() throws IOException {
    var writer = new IndexWriter();
    writer.accept("debian 12", "bash", "CVE-2026-0002", utf8("{}"));
    Path file = folder.resolve("other.idx");
    writer.write(file, new IndexInfo(Ran.NOW, List.of(), List.of()));
    return file;
  }

  @Test
  void whatIsExportedIsImportedElsewhere() throws IOException {
    Files.createDirectories(folder.resolve("cache/index"));
    Files.copy(folder.resolve("made.idx"), folder.resolve("cache/index/built.idx"));
    assertThat(run("db", "export", "all.tgz").stdout()).isEqualTo("index/built.idx\n");
    Ran imported = run("db", "import", "--cache-dir", "far", "all.tgz");
    assertThat(imported.stdout()).isEqualTo("index/built.idx\n");
    assertThat(scan("--cache-dir", "far", "--offline").stdout()).contains("CVE-2026-0001");
    assertThat(run("db", "import", "no.tgz").exit()).isEqualTo(2);
    assertThat(run("db", "export", "--cache-dir", "none", "all.tgz").exit()).isEqualTo(2);
  }

  /// A registry that wants a password from everybody, and notes what it is given.
  private static final class Curious implements AutoCloseable {
    private final List<String> given = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    Curious() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            given.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"x\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
          });
      server.setExecutor(executor);
      server.start();
    }

    String host() {
      return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
      executor.shutdownNow();
    }
  }

  @Test
  void thePasswordForAnImageIsNotGivenToWhoHasTheDatabase() throws IOException {
    try (var images = new Curious();
        var databases = new Curious()) {
      String[] login = {"--username", "me", "--password", "secret"};
      Ran scanned =
          run(
              "image",
              login[0],
              login[1],
              login[2],
              login[3],
              "--db-repository",
              databases.host() + "/db",
              images.host() + "/app");
      assertThat(scanned.exit()).isEqualTo(2);
      assertThat(databases.given).isEmpty();
      assertThat(images.given).isNotEmpty();
      assertThat(scanned.stderr()).doesNotContain("secret");
      run(
          "db",
          "update",
          "--db-repository",
          databases.host() + "/db",
          "--username",
          "me",
          "--password",
          "secret");
      assertThat(databases.given).isNotEmpty();
    }
  }

  @Test
  void aPasswordIsForTheFirstRepositoryThatIsNamed() throws IOException {
    try (var first = new Curious();
        var second = new Curious()) {
      run(
          "db",
          "update",
          "--java",
          "--db-repository",
          first.host() + "/db," + second.host() + "/db",
          "--java-db-repository",
          second.host() + "/java," + first.host() + "/java",
          "--username",
          "me",
          "--password",
          "secret");
      assertThat(first.given).isNotEmpty();
      assertThat(second.given).isEmpty();
    }
  }

  @Test
  void aPasswordIsNotShownToBothEndsOfACopy() throws IOException {
    try (var source = new Curious();
        var target = new Curious()) {
      Ran ran =
          run(
              "registry",
              "copy",
              "--username",
              "me",
              "--password",
              "secret",
              source.host() + "/app",
              target.host() + "/app");
      assertThat(ran.exit()).isEqualTo(64);
      assertThat(ran.stderr()).contains("registry login").doesNotContain("secret");
      assertThat(source.given).isEmpty();
      assertThat(target.given).isEmpty();
    }
  }
}
