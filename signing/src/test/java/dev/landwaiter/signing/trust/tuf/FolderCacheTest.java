package dev.landwaiter.signing.trust.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderCacheTest {
  @TempDir Path folder;

  @Test
  void filesAreReplacedWhole() throws IOException {
    var cache = new FolderCache(folder.resolve("new/one"));
    assertThat(cache.load("root.json", 10)).isEmpty();
    cache.save("root.json", Bytes.utf8("first"));
    cache.save("root.json", Bytes.utf8("second"));
    cache.save("targets/a/b.txt", Bytes.utf8("target"));
    assertThat(cache.load("root.json", 10)).contains(Bytes.utf8("second"));
    assertThat(cache.load("targets/a/b.txt", 10)).contains(Bytes.utf8("target"));
    try (Stream<Path> files = Files.list(folder.resolve("new/one"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("root.json", "targets");
    }
    cache.remove("root.json");
    cache.remove("root.json");
    assertThat(cache.load("root.json", 10)).isEmpty();
  }

  @Test
  void whatIsTooLargeIsNotThere() throws IOException {
    var cache = new FolderCache(folder);
    cache.save("root.json", Bytes.utf8("12345678901"));
    assertThat(cache.load("root.json", 10)).isEmpty();
    Files.createDirectory(folder.resolve("timestamp.json"));
    assertThat(cache.load("timestamp.json", 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/x", "targets/../../x", "targets//x", "c:x", "a\\b", ""})
  void nothingLeadsOut(String name) {
    var cache = new FolderCache(folder);
    assertThat(
            catchThrowableOfType(
                    RefusedException.class, () -> cache.save(name, Bytes.utf8("stolen")))
                .kind())
        .isEqualTo(FailureClass.TRUST_ROOT);
    assertThat(catchThrowableOfType(RefusedException.class, () -> cache.load(name, 10)))
        .isNotNull();
  }

  @Test
  void oneWriterAtATime() throws Exception {
    var cache = new FolderCache(folder);
    var entered = new AtomicBoolean();
    var started = new CountDownLatch(1);
    Thread other;
    try (Closeable _ = cache.lock()) {
      other =
          Thread.ofVirtual()
              .start(() -> {
                started.countDown();
                try (Closeable _ = cache.lock()) {
                  entered.set(true);
                } catch (IOException e) {
                  // Then it has not entered.
                }
              });
      assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(entered).isFalse();
    }
    other.join();
    assertThat(entered).isTrue();
  }

  @Test
  void aMirrorInAFolderStaysInIt() throws IOException {
    Files.createDirectories(folder.resolve("repository"));
    Files.writeString(folder.resolve("secret"), "secret");
    Files.writeString(folder.resolve("repository/a b"), "content");
    var mirror = new FolderMirror(folder.resolve("repository"));
    assertThat(mirror.fetch("a%20b", 10)).contains(Bytes.utf8("content"));
    assertThat(mirror.fetch("missing", 10)).isEmpty();
    for (String bad : new String[] {"../secret", "%2e%2e/secret", "%2e%2e%2fsecret", "%zz"}) {
      assertThat(catchThrowableOfType(RefusedException.class, () -> mirror.fetch(bad, 10)).kind())
          .isEqualTo(FailureClass.TRANSPORT);
    }
    assertThat(catchThrowableOfType(RefusedException.class, () -> mirror.fetch("a%20b", 3)).kind())
        .isEqualTo(FailureClass.LIMIT);
  }
}
