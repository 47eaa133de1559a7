package dev.landwaiter.signing.store.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.LegacyLayer;
import dev.landwaiter.signing.store.Addition;
import dev.landwaiter.signing.store.BundleFacts;
import dev.landwaiter.signing.store.Found;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.Layer;
import dev.landwaiter.signing.store.Put;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.store.Subject;
import dev.landwaiter.testing.MemoryRegistry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppendingTest {
  private static final String UNSIGNED = "a-anno-r2-0";
  private static final Digest IMAGE =
      RecordedPlace.digest(
          "sha256:33c09eeb1ef4bd36e27ea0761ef4bad4c581793d2688643238ed9ba1428b3ec3");
  private static final String SIG = "sha256-" + IMAGE.encoded() + ".sig";

  private static Layer signature(String text) {
    return new Layer(
        Layer.SIMPLE_SIGNING,
        Bytes.utf8("payload of " + text),
        Map.of(LegacyLayer.SIGNATURE, Bytes.utf8(text).toBase64()));
  }

  /// What cosign left in a repository comes out when its layers are put there one by one.
  @ParameterizedTest
  @CsvSource({
    "l-anno2,.sig,SIGNATURE",
    "cm-load-legacy,.sig,SIGNATURE",
    "at-old-vuln,.att,ATTESTATION"
  })
  void layersOneByOneMakeTheRecordedImage(String layout, String suffix, Kind kind)
      throws IOException {
    String tag = "sha256-" + IMAGE.encoded() + suffix;
    String recorded = RecordedPlace.tags(layout).getOrDefault(tag, "");
    byte[] body = RecordedPlace.blob(layout, recorded);
    Manifest manifest = (Manifest) Document.parse(layout, body, "", Limits.STANDARD);
    try (var registry = MemoryRegistry.start();
        SignatureStore store = RecordedPlace.store(registry, "app", StoreOptions.STANDARD)) {
      RecordedPlace.load(registry, "app", UNSIGNED);
      for (Descriptor each : manifest.layers()) {
        Bytes content = Bytes.of(RecordedPlace.blob(layout, each.digest().toString()));
        var layer = new Layer(each.mediaType(), content, each.annotations());
        Put put = store.append(kind, IMAGE, Addition.of(layer));
        assertThat(put.added()).isTrue();
        assertThat(put.place()).isEqualTo(registry.host() + "/app:" + tag);
      }
      assertThat(registry.tags("app")).containsEntry(tag, recorded);
    }
  }

  @Test
  void aBundleGetsTheRecordedManifest() throws IOException {
    String bundle = "sha256:b8943584bd8faa5b0c9d3f4267f15f63b8c8e06ff0408ae0041ffb94cbe543b9";
    try (var registry = MemoryRegistry.start();
        SignatureStore store = RecordedPlace.store(registry, "app", StoreOptions.STANDARD)) {
      RecordedPlace.load(registry, "app", UNSIGNED);
      Subject subject = store.resolve("v1");
      var facts =
          new BundleFacts(
              BundleFacts.ENVELOPE,
              "https://sigstore.dev/cosign/sign/v1",
              Instant.parse("2026-11-23T17:00:40Z"));
      Descriptor put = store.attach(subject, Bytes.of(RecordedPlace.blob("n-one", bundle)), facts);
      assertThat(put.digest().toString())
          .isEqualTo("sha256:d95e0a42654c2307d6ff1e19db8d99f443f5fd69c9eba45e5f6a29efd0225db2");
      assertThat(store.gather(Kind.BUNDLE, IMAGE).found()).hasSize(1);
    }
  }

  @Test
  void whatIsThereIsNotPutAgain() throws IOException {
    try (var registry = MemoryRegistry.start();
        SignatureStore store = RecordedPlace.store(registry, "app", StoreOptions.STANDARD)) {
      RecordedPlace.load(registry, "app", UNSIGNED);
      store.append(Kind.SIGNATURE, IMAGE, Addition.of(signature("one")));
      Layer again =
          new Layer(
              Layer.SIMPLE_SIGNING,
              Bytes.utf8("payload of one"),
              Map.of(LegacyLayer.SIGNATURE, "another"));
      List<Descriptor> asked = new ArrayList<>();
      var addition =
          new Addition(
              again,
              layer -> {
                asked.add(layer);
                return true;
              },
              layer -> false);
      assertThat(store.append(Kind.SIGNATURE, IMAGE, addition).added()).isFalse();
      assertThat(asked).hasSize(1);
      var other = new Addition(signature("two"), layer -> true, layer -> false);
      assertThat(store.append(Kind.SIGNATURE, IMAGE, other).added()).isTrue();
      assertThat(store.gather(Kind.SIGNATURE, IMAGE).found()).hasSize(2);
    }
  }

  @Test
  void whatIsReplacedGoes() throws IOException {
    try (var registry = MemoryRegistry.start();
        SignatureStore store = RecordedPlace.store(registry, "app", StoreOptions.STANDARD)) {
      RecordedPlace.load(registry, "app", UNSIGNED);
      for (String name : List.of("one", "two")) {
        store.append(Kind.ATTESTATION, IMAGE, Addition.of(signature(name)));
      }
      var addition =
          new Addition(
              signature("three"),
              layer -> false,
              layer -> layer.digest().equals(signature("one").descriptor().digest()));
      store.append(Kind.ATTESTATION, IMAGE, addition);
      assertThat(store.gather(Kind.ATTESTATION, IMAGE).found())
          .extracting(Found::layer)
          .containsExactly(signature("three").descriptor(), signature("two").descriptor());
    }
  }

  @Test
  void aTagImageThatIsThereKeepsItsTypes() throws IOException {
    var docker =
        new StoreOptions(
            Optional.empty(), "", true, false, StoreOptions.CONTENT_LIMIT, 2, Optional.empty());
    try (var registry = MemoryRegistry.start()) {
      RecordedPlace.load(registry, "app", UNSIGNED);
      try (SignatureStore store = RecordedPlace.store(registry, "app", docker)) {
        Put put = store.append(Kind.SIGNATURE, IMAGE, Addition.of(signature("one")));
        assertThat(put.carrier().mediaType()).isEqualTo(MediaTypes.DOCKER_MANIFEST);
      }
      try (SignatureStore store = RecordedPlace.store(registry, "app", StoreOptions.STANDARD)) {
        Put put = store.append(Kind.SIGNATURE, IMAGE, Addition.of(signature("two")));
        assertThat(put.carrier().mediaType()).isEqualTo(MediaTypes.DOCKER_MANIFEST);
      }
    }
  }

  @Test
  void asReferrersEachLayerHasAManifest() throws IOException {
    try (var registry = MemoryRegistry.start();
        SignatureStore store =
            RecordedPlace.store(registry, "app", StoreOptions.STANDARD.withLegacyReferrers(true))) {
      RecordedPlace.load(registry, "app", UNSIGNED);
      String layout = "fx-oci11-sign";
      Layer recorded =
          new Layer(
              Layer.SIMPLE_SIGNING,
              Bytes.of(
                  RecordedPlace.blob(
                      layout,
                      "sha256:df361fa7240e1b500506a89e493e8157a03de2c624b2d6b216aa272404abeda4")),
              Map.of(
                  LegacyLayer.SIGNATURE,
                  "MEUCIQC1+nmNDL0BYlZIieEk02ksLlK/wmW4nk/SMpSV3QU1ewIgLSjX8WXcxSEMPA7X03CjeDRM5z56"
                      + "TyjSWwUWjaiu+B0="));
      Put put = store.append(Kind.SIGNATURE, IMAGE, Addition.of(recorded));
      assertThat(put.carrier().digest().toString())
          .isEqualTo("sha256:712572c68f628801538a882514f5c725dcdd1125315e69f98904bfac0d3ff37b");
      store.append(Kind.SIGNATURE, IMAGE, Addition.of(signature("two")));
      store.append(
          Kind.ATTESTATION,
          IMAGE,
          Addition.of(
              new Layer(
                  Layer.DSSE, Bytes.utf8("{}"), Map.of(Layer.PREDICATE_TYPE, "https://x.test/y"))));
      assertThat(registry.tags("app")).containsOnlyKeys("v1");
      assertThat(store.gather(Kind.SIGNATURE, IMAGE).found()).hasSize(2);
      assertThat(store.gather(Kind.ATTESTATION, IMAGE).found()).hasSize(1);
    }
  }

  @Test
  void beyondTheBoundNothingIsAdded() throws IOException {
    try (var registry = MemoryRegistry.start();
        SignatureStore store = RecordedPlace.store(registry, "app", StoreOptions.STANDARD)) {
      RecordedPlace.load(registry, "app", UNSIGNED);
      List<Descriptor> full = new ArrayList<>();
      for (int i = 0; i < Gathering.LAYERS; i++) {
        full.add(signature("number " + i).descriptor());
      }
      TagImage image = TagImage.of(TagImage.Form.oci(Optional.empty()), full);
      registry.manifest("app", SIG, MediaTypes.OCI_MANIFEST, image.manifest().body());
      assertThatThrownBy(() -> store.append(Kind.SIGNATURE, IMAGE, Addition.of(signature("more"))))
          .isInstanceOfSatisfying(
              RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.LIMIT));
    }
  }

  /// All read before any writes; each must find the own layer gone and begin anew.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void writersOfOneTagLoseNothing(boolean tag) throws Exception {
    int writers = 4;
    String first = "GET /v2/app/manifests/sha256-" + IMAGE.encoded() + (tag ? ".sig" : "");
    try (var registry = MemoryRegistry.withoutReferrers()) {
      RecordedPlace.load(registry, "app", "a-new-r2-fallback-0");
      var barrier = new CyclicBarrier(writers);
      var reads = new AtomicInteger();
      registry.fault(request -> {
        if (request.equals(first) && reads.incrementAndGet() <= writers) {
          await(barrier);
        }
        return Optional.empty();
      });
      try (var pool = Executors.newFixedThreadPool(writers)) {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
          String name = "writer " + i;
          all.add(pool.submit(() -> write(registry, name, tag)));
        }
        for (Future<?> each : all) {
          each.get();
        }
      }
      try (SignatureStore store = RecordedPlace.store(registry, "app", StoreOptions.STANDARD)) {
        Kind kind = tag ? Kind.SIGNATURE : Kind.BUNDLE;
        assertThat(store.gather(kind, IMAGE).found())
            .hasSize(writers)
            .extracting(each -> each.layer().digest())
            .doesNotHaveDuplicates();
      }
    }
  }

  private static void await(CyclicBarrier barrier) throws IOException {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private static Void write(MemoryRegistry registry, String name, boolean tag) throws IOException {
    try (SignatureStore store = RecordedPlace.patient(registry, "app")) {
      if (tag) {
        store.append(Kind.SIGNATURE, IMAGE, Addition.of(signature(name)));
      } else {
        store.attach(
            store.resolve("v1"),
            Bytes.utf8("{\"bundle of\":\"" + name + "\"}"),
            new BundleFacts(BundleFacts.ENVELOPE, "https://x.test/y", Instant.EPOCH));
      }
    }
    return null;
  }
}
