package dev.landwaiter.signing.trust.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.service.Web;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustInitializationTest {
  private static final Web NO_WEB = Web.closed("tests have none");

  @TempDir Path home;

  private static String mirror(String name) {
    return TrustRootsTest.TUF.resolve(name).toAbsolutePath().normalize().toUri().toString();
  }

  private List<String> initialize(String name, String rootOf) throws IOException {
    return TrustInitialization.of(
        TrustSettings.of(Map.of(), home, home),
        mirror(name),
        Optional.of(
            Bytes.of(Files.readAllBytes(TrustRootsTest.TUF.resolve(rootOf + "/1.root.json")))),
        NO_WEB,
        TrustRootsTest.NOW);
  }

  @Test
  void aGoodMirrorIsTaken() throws IOException {
    assertThat(initialize("good", "good")).isEmpty();
    assertThat(content()).hasSizeGreaterThan(6);
  }

  /// The recorded repositories with one fault each.
  @ParameterizedTest
  @CsvSource({
    "root-expired, TRUST_ROOT",
    "root-skip, TRUST_ROOT",
    "root-onesig, TRUST_ROOT",
    "targets-expired, TRUST_ROOT",
    "targets-onesig, TRUST_ROOT",
    "snapshot-expired, TRUST_ROOT",
    "timestamp-expired, TRUST_ROOT",
    "timestamp-oldkey, TRUST_ROOT",
    "timestamp-garbage, TRUST_ROOT",
    "no-root2, TRUST_ROOT",
    "targets-version, TRANSPORT",
    "snapshot-version, TRANSPORT",
    "target-changed, LIMIT",
    "target-missing, TRANSPORT",
  })
  void aBadMirrorChangesNothing(String name, FailureClass kind) throws IOException {
    initialize("good", "good");
    Map<String, String> before = content();
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> initialize(name, name));
    assertThat(refused).isNotNull();
    assertThat(refused.kind()).isEqualTo(kind);
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void theRootOfAnotherRepositoryIsNoBeginning() {
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> initialize("good", "no-root2"));
    assertThat(refused.kind()).isEqualTo(FailureClass.TRUST_ROOT);
  }

  @Test
  void withoutARootTheCacheIsTheBeginning() throws IOException {
    TrustSettings settings = TrustSettings.of(Map.of(), home, home);
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () ->
                TrustInitialization.of(
                    settings, mirror("good"), Optional.empty(), NO_WEB, TrustRootsTest.NOW));
    assertThat(refused.kind()).isEqualTo(FailureClass.TRUST_ROOT);
    initialize("good", "good");
    assertThat(
            TrustInitialization.of(
                settings, mirror("good"), Optional.empty(), NO_WEB, TrustRootsTest.NOW))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"file://tuf/good", "ftp://x/y", "good", "file:good", "''"})
  void addressesThatAreNoneAreMistakesOfUse(String address) {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () ->
                TrustInitialization.of(
                    TrustSettings.of(Map.of(), home, home),
                    address,
                    Optional.of(Bytes.EMPTY),
                    NO_WEB,
                    TrustRootsTest.NOW));
    assertThat(refused.kind()).isEqualTo(FailureClass.USAGE);
  }

  /// All files below the home folder but the lock.
  private Map<String, String> content() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        home,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    Map<String, String> all = new TreeMap<>();
    for (Path each : files) {
      if (!each.endsWith(".lock")) {
        all.put(home.relativize(each).toString(), Files.readString(each));
      }
    }
    return all;
  }
}
