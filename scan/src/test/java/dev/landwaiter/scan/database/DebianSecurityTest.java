package dev.landwaiter.scan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianSecurityTest {
  @TempDir Path folder;

  private Path mirror() throws IOException {
    return mirrorWith(new TestMirror(folder.resolve("mirror"), "bookworm-security"));
  }

  private static Path mirrorWith(TestMirror mirror) throws IOException {
    String old =
        TestMirror.changelog("foo", "bookworm-security", "1.0-1+deb12u1", "Fix CVE-2024-0001");
    String fresh =
        TestMirror.changelog(
            "foo",
            "bookworm-security",
            "1.0-1+deb12u10",
            "Fix CVE-2024-0003",
            "1.0-1+deb12u1",
            "Fix CVE-2024-0001");
    return mirror
        .add("libfoo1", "foo", "1.0-1+deb12u1", old)
        .add("libfoo1", "foo", "1.0-1+deb12u10", fresh)
        .add("foo-shared", "foo", "1.0-1+deb12u10", "")
        .add(
            "bar",
            "bar",
            "2-1",
            TestMirror.changelog("bar", "unstable", "2-1", "Fix CVE-2023-0002"))
        .add("empty", "empty", "1", "")
        .finish();
  }

  private DebianSecurity source(Archive archive) {
    return source(archive, FetchLimits.DEFAULT);
  }

  private DebianSecurity source(Archive archive, FetchLimits limits) {
    return new DebianSecurity(
        archive, DebianRelease.BOOKWORM, folder.resolve("cache"), limits, _ -> {});
  }

  private static List<String> facts(DebianSecurity source) throws IOException {
    List<String> facts = new ArrayList<>();
    source.read((bucket, group, key, json) -> {
      if (!bucket.equals("data-source")) {
        facts.add(String.join("|", bucket, group, key, new String(json, StandardCharsets.UTF_8)));
      }
    });
    return facts;
  }

  private static final List<String> EXPECTED =
      List.of(
          "debian 12|bar|CVE-2023-0002|{\"FixedVersion\":\"2-1\"}",
          "debian 12|foo|CVE-2024-0001|{\"FixedVersion\":\"1.0-1+deb12u1\"}",
          "debian 12|foo|CVE-2024-0003|{\"FixedVersion\":\"1.0-1+deb12u10\"}");

  @Test
  void readsTheNewestVersionOfEachSourceFromAMirrorOnDisk() throws IOException {
    var summary = source(new FolderArchive(mirror())).read((_, _, _, _) -> {});

    assertThat(facts(source(new FolderArchive(mirror())))).containsExactlyElementsOf(EXPECTED);
    assertThat(summary.facts()).isEqualTo(3);
    assertThat(summary.date()).isEqualTo(Instant.parse("2026-11-21T10:15:30Z"));
    assertThat(summary.notes())
        .containsExactly(
            "debian-security:bookworm: the digests were checked, the signature of"
                + " dists/bookworm-security/InRelease was not",
            "debian-security:bookworm: 1 of 3 sources were left out, no changelog was found: empty");
  }

  @Test
  void readsOverHttpAndDoesNotFetchAPackageTwice() throws IOException {
    Path root = mirror();
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          Path file = root.resolve(path.substring("/debian/".length()));
          byte[] content = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
          exchange.sendResponseHeaders(content.length == 0 ? 404 : 200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    server.start();
    try (var archive =
        new HttpArchive(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/debian"),
            Optional.empty(),
            Duration.ofSeconds(30))) {
      assertThat(facts(source(archive))).containsExactlyElementsOf(EXPECTED);
      assertThat(asked).contains("/debian/pool/libfoo1_1.0-1+deb12u10.deb");
      assertThat(asked).doesNotContain("/debian/pool/libfoo1_1.0-1+deb12u1.deb");
      asked.clear();

      assertThat(facts(source(archive))).containsExactlyElementsOf(EXPECTED);
      assertThat(asked)
          .containsExactly(
              "/debian/dists/bookworm-security/InRelease",
              "/debian/dists/bookworm-security/main/binary-amd64/Packages.gz");
      assertThatThrownBy(() -> archive.fetch("dists/bookworm-security/InRelease", 10))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot be fetched");
      assertThatThrownBy(() -> archive.fetch("nothing", 10))
          .isInstanceOf(FileNotFoundException.class);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aProxyIsAskedInsteadOfTheMirror() throws IOException {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    HttpServer proxy =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    proxy.start();
    try (var archive =
        new HttpArchive(
            URI.create("http://mirror.invalid/debian/"),
            Optional.of(URI.create("http://127.0.0.1:" + proxy.getAddress().getPort() + "/")),
            Duration.ofSeconds(30))) {
      assertThat(archive.fetch("a/b", 10)).asString().isEqualTo("ok");
      assertThat(asked).containsExactly("http://mirror.invalid/debian/a/b");
    } finally {
      proxy.stop(0);
    }
  }

  @Test
  void aChangedPackageOrListIsRefused() throws IOException {
    var mirror = new TestMirror(folder.resolve("mirror"), "bookworm-security");
    var archive = new FolderArchive(mirrorWith(mirror));
    mirror.write("pool/bar_2-1.deb", "another".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> facts(source(archive)))
        .isInstanceOf(IOException.class)
        .hasMessage("pool/bar_2-1.deb has another digest than the archive says");

    mirror.write(
        "dists/bookworm-security/main/binary-amd64/Packages.gz",
        TestMirror.gzip("Package: x\n".getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(() -> facts(source(archive)))
        .isInstanceOf(IOException.class)
        .hasMessage("main/binary-amd64/Packages.gz has another digest than the archive says");
  }

  @Test
  void theTotalIsBounded() throws IOException {
    var archive = new FolderArchive(mirror());
    assertThatThrownBy(() -> facts(source(archive, new FetchLimits(2, 1 << 20, 1 << 20))))
        .isInstanceOf(IOException.class)
        .hasMessage("more would have to be fetched than the limit of 2 packages and 1048576 bytes");
    assertThatThrownBy(() -> facts(source(archive, new FetchLimits(9, 100, 1 << 20))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("9 packages and 100 bytes");
  }

  @Test
  void namesThatLeaveTheArchiveAreRefused() throws IOException {
    var archive = new FolderArchive(mirror());
    for (String path : List.of("../secret", "/etc/passwd", "a/../../b", "a b", "a%2e", "a?b", "")) {
      assertThatThrownBy(() -> archive.fetch(path, 100))
          .as(path)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in a way that is refused");
    }
  }
}
