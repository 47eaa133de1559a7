package dev.landwaiter.signing.store.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.copy.Copy;
import dev.landwaiter.oci.copy.Progress;
import dev.landwaiter.oci.copy.RegistrySource;
import dev.landwaiter.oci.copy.RegistryTarget;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.LegacyLayer;
import dev.landwaiter.signing.store.Addition;
import dev.landwaiter.signing.store.BundleFacts;
import dev.landwaiter.signing.store.Carried;
import dev.landwaiter.signing.store.Found;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.Layer;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.testing.MemoryRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutShelfTest {
  @TempDir private Path folder;

  private static SignatureStore open(Path path) throws IOException {
    return Stores.layout(path, StoreOptions.STANDARD);
  }

  private Path copy(String layout) throws IOException {
    Path from = RecordedPlace.LAYOUTS.resolve(layout);
    Path to = folder.resolve(layout);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, Files.readAllBytes(each));
        }
      }
    }
    return to;
  }

  /// What cosign's `save` wrote is read whole.
  @ParameterizedTest
  @CsvSource({
    "saved-legacy,3,0,0",
    "saved-both,0,10,0",
    "saved-new,0,0,2",
    "saved-index,0,0,1",
    "saved-lindex,1,0,0",
    "saved-keyless,1,0,0",
    "saved-klnew,0,0,1",
    "l-anno2,2,0,0",
    "n-multi-second,0,0,2"
  })
  void everythingIsFound(String layout, int signatures, int attestations, int bundles)
      throws IOException {
    try (SignatureStore store = open(RecordedPlace.LAYOUTS.resolve(layout))) {
      Digest image = store.resolve("").digest();
      assertThat(store.resolve(image.toString()).digest()).isEqualTo(image);
      assertThat(store.gather(Kind.SIGNATURE, image).found()).hasSize(signatures);
      assertThat(store.gather(Kind.ATTESTATION, image).found()).hasSize(attestations);
      assertThat(store.gather(Kind.BUNDLE, image).found()).hasSize(bundles);
    }
  }

  /// Signatures of the index are not those of its children.
  @Test
  void signaturesWithoutANameBelongToTheImageOnly() throws IOException {
    try (SignatureStore store = open(RecordedPlace.LAYOUTS.resolve("saved-lindex"))) {
      var subject = store.resolve("");
      assertThat(subject.children()).isNotEmpty();
      for (var child : subject.children()) {
        assertThat(store.resolve(child.digest().toString()).children()).isEmpty();
        assertThat(store.gather(Kind.SIGNATURE, child.digest()).found()).isEmpty();
      }
    }
  }

  /// Whatever is flipped: refused, or left out, or damaged, or just what the digests say.
  @ParameterizedTest
  @ValueSource(strings = {"saved-legacy", "saved-new", "saved-lindex", "saved-both"})
  void flippedBytesAreNeverTakenForGood(String layout) throws IOException {
    Path copied = copy(layout);
    List<Path> files;
    try (Stream<Path> all = Files.walk(copied)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    int refused = 0;
    for (Path file : files) {
      byte[] good = Files.readAllBytes(file);
      for (int at = 0; at < good.length; at += Math.max(1, good.length / 40)) {
        byte[] bad = good.clone();
        bad[at] ^= (byte) (1 << (at % 7));
        Files.write(file, bad);
        refused += outcome(copied) ? 0 : 1;
      }
      Files.write(file, good);
    }
    assertThat(refused).isPositive();
    assertThat(outcome(copied)).isTrue();
  }

  /// Whether everything could be had.
  private static boolean outcome(Path layout) throws IOException {
    try (SignatureStore store = open(layout)) {
      Digest image = store.resolve("").digest();
      boolean whole = true;
      for (Kind kind : Kind.values()) {
        for (Found found : store.gather(kind, image).found()) {
          if (found instanceof Found.Whole one) {
            assertThat(Digest.sha256(one.content().toArray())).isEqualTo(one.layer().digest());
          }
          whole &= found instanceof Found.Whole;
        }
      }
      return whole;
    } catch (RefusedException e) {
      return false;
    }
  }

  @Test
  void aFolderThatIsNoLayoutIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    for (String name : List.of("empty", "absent")) {
      assertThatThrownBy(() -> open(folder.resolve(name))).isInstanceOf(RefusedException.class);
    }
  }

  private static Layer signature(String text) {
    return new Layer(
        Layer.SIMPLE_SIGNING,
        Bytes.utf8("payload of " + text),
        Map.of(LegacyLayer.SIGNATURE, Bytes.utf8(text).toBase64()));
  }

  @Test
  void signingIntoALayoutKeepsWhatWasThere() throws IOException {
    Path layout = copy("saved-legacy");
    try (SignatureStore store = open(layout)) {
      var subject = store.resolve("");
      store.append(Kind.SIGNATURE, subject.digest(), Addition.of(signature("more")));
      store.append(Kind.ATTESTATION, subject.digest(), Addition.of(signature("att")));
      store.attach(
          subject,
          Bytes.utf8("{}"),
          new BundleFacts(BundleFacts.ENVELOPE, "https://x.test/y", Instant.EPOCH));
    }
    try (SignatureStore store = open(layout)) {
      Digest image = store.resolve("").digest();
      assertThat(store.gather(Kind.SIGNATURE, image).found()).hasSize(4);
      assertThat(store.gather(Kind.ATTESTATION, image).found()).hasSize(1);
      assertThat(store.gather(Kind.BUNDLE, image).found()).hasSize(1);
      for (Carried each : store.list(image)) {
        assertThat(store.delete(image, each)).isTrue();
      }
    }
    try (SignatureStore store = open(layout)) {
      assertThat(store.list(store.resolve("").digest())).isEmpty();
    }
  }

  @Test
  void writersOfOneLayoutLoseNothing() throws Exception {
    Path layout = copy("saved-new");
    int writers = 6;
    try (var pool = Executors.newFixedThreadPool(writers)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        String name = "writer " + i;
        all.add(
            pool.submit(() -> {
              try (SignatureStore store = open(layout)) {
                return store.append(
                    Kind.SIGNATURE, store.resolve("").digest(), Addition.of(signature(name)));
              }
            }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    try (SignatureStore store = open(layout)) {
      assertThat(store.gather(Kind.SIGNATURE, store.resolve("").digest()).found()).hasSize(writers);
    }
  }

  private static Copy.Wish everything() {
    return new Copy.Wish(
        java.util.Optional.empty(), Copy.Attached.ALL, Copy.Overwrite.GROWING, Limits.STANDARD);
  }

  /// Saved from one registry and loaded into another, nothing is missing; children's signatures and
  /// bundles go along, with the referrers API and without.
  @ParameterizedTest
  @ValueSource(
      strings = {"l-indexr", "n-index", "at-old-vuln", "at-new-uri", "n-both-new", "cm-sbom-sign"})
  void savedAndLoadedNothingIsMissing(String layout) throws IOException {
    Path saved = folder.resolve("saved");
    try (var from = MemoryRegistry.start();
        var to = MemoryRegistry.withoutReferrers()) {
      RecordedPlace.load(from, "app", layout);
      var here = Reference.parse(from.host() + "/app:v1");
      try (var source =
              new RegistrySource(RecordedPlace.registry().repository(here, Purpose.PULL), here);
          var target = SavedTarget.open(saved, Limits.STANDARD)) {
        Copy.run(source, target, everything(), Progress.NONE);
      }
      var there = Reference.parse(to.host() + "/other:v2");
      try (var source = SavedSource.open(saved, Limits.STANDARD);
          var target =
              new RegistryTarget(RecordedPlace.registry().repository(there, Purpose.PUSH), "v2")) {
        Copy.run(source, target, everything(), Progress.NONE);
      }
      Set<String> copied = to.manifests("other");
      // Signatures of attachments belong to no image.
      assertThat(copied).containsAll(ofImages(from));
      assertThat(to.tags("other")).containsEntry("v2", from.tags("app").get("v1"));
    }
  }

  private static List<String> ofImages(MemoryRegistry registry) {
    Map<String, String> tags = registry.tags("app");
    Set<String> images = registry.manifests("app");
    return registry.manifests("app").stream()
        .filter(digest ->
            tags.entrySet().stream()
                .filter(tag -> tag.getValue().equals(digest))
                .allMatch(tag ->
                    !tag.getKey().contains("sha256-")
                        || images.contains("sha256:" + tag.getKey().substring(7, 71))))
        .filter(digest -> !signsAttachment(tags, digest))
        .toList();
  }

  private static boolean signsAttachment(Map<String, String> tags, String digest) {
    return tags.entrySet().stream()
        .filter(tag -> tag.getValue().equals(digest) && tag.getKey().startsWith("sha256-"))
        .anyMatch(tag -> {
          String subject = "sha256:" + tag.getKey().substring(7, 71);
          return tags.entrySet().stream()
              .anyMatch(other ->
                  other.getKey().startsWith("sha256-") && other.getValue().equals(subject));
        });
  }
}
