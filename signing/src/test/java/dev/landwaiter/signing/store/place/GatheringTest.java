package dev.landwaiter.signing.store.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.store.BundleFacts;
import dev.landwaiter.signing.store.Found;
import dev.landwaiter.signing.store.Gathered;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.Layer;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.testing.MemoryRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatheringTest {
  private static final Digest IMAGE =
      RecordedPlace.digest(
          "sha256:33c09eeb1ef4bd36e27ea0761ef4bad4c581793d2688643238ed9ba1428b3ec3");
  private static final Digest OTHER = Digest.sha256(new byte[] {1});
  private static final String SIG = "sha256-" + IMAGE.encoded() + ".sig";

  /// Runs with a repository that holds a recorded layout.
  private interface Use {
    void of(MemoryRegistry registry, SignatureStore store) throws IOException;
  }

  private static void with(String layout, StoreOptions options, Use use) throws IOException {
    try (var registry = MemoryRegistry.start()) {
      RecordedPlace.load(registry, "app", layout);
      try (SignatureStore store = RecordedPlace.store(registry, "app", options)) {
        use.of(registry, store);
      }
    }
  }

  private static void with(String layout, Use use) throws IOException {
    with(layout, StoreOptions.STANDARD, use);
  }

  @ParameterizedTest
  @CsvSource({
    "l-anno2,SIGNATURE,2",
    "cm-load-legacy,SIGNATURE,3",
    "at-old-vuln,ATTESTATION,7",
    "at-old-vuln,SIGNATURE,0",
    "cm-sbom-sign,SBOM,1",
    "n-multi-second,BUNDLE,2",
    "n-one-fb,BUNDLE,1",
    "n-both-new,BUNDLE,1",
    "n-both-new,SIGNATURE,1",
    "at-new-uri,BUNDLE,9",
    "fx-oci11-sign2,SIGNATURE,2",
    "a-anno-r2-0,BUNDLE,0",
    "tampered-r-twolayers,BUNDLE,0",
    "tampered-r-nolayers,BUNDLE,0",
    "tampered-r-layertype,BUNDLE,0",
    "tampered-r-artifacttype,BUNDLE,1",
    "tampered-r-subject-other,BUNDLE,0",
    "tampered-r-subject-none,BUNDLE,0",
    "tampered-r-with-sbom,BUNDLE,1",
    "tampered-nolayers,SIGNATURE,0",
    "tampered-config-broken,SIGNATURE,1"
  })
  void whatWasRecordedIsFound(String layout, Kind kind, int count) throws IOException {
    with(
        layout,
        (registry, store) -> {
          List<Found> found = store.gather(kind, IMAGE).found();
          assertThat(found).hasSize(count).allMatch(Found.Whole.class::isInstance);
          for (Found each : found) {
            Found.Whole whole = (Found.Whole) each;
            assertThat(Digest.sha256(whole.content().toArray())).isEqualTo(whole.layer().digest());
          }
        });
  }

  @Test
  void allKindsAreListedOnce() throws IOException {
    with(
        "at-new-uri",
        (registry, store) -> {
          for (Kind kind : Kind.values()) {
            store.gather(kind, IMAGE);
          }
          assertThat(registry.requests())
              .filteredOn(request -> request.contains("/referrers/"))
              .hasSize(1);
          assertThat(registry.requests())
              .filteredOn(request -> request.contains("/manifests/sha256:"))
              .doesNotHaveDuplicates();
        });
  }

  @Test
  void theOrderIsThatOfTheListHoweverManyLoadAtOnce() throws IOException {
    List<List<Digest>> orders = new ArrayList<>();
    for (int workers : List.of(1, 3, 10)) {
      with(
          "at-new-uri",
          StoreOptions.STANDARD.withWorkers(workers),
          (registry, store) ->
              orders.add(
                  store.gather(Kind.BUNDLE, IMAGE).found().stream().map(Found::carrier).toList()));
    }
    assertThat(orders.get(0)).hasSize(9).isEqualTo(orders.get(1)).isEqualTo(orders.get(2));
  }

  @Test
  void aPrefixFindsOnlyWhatHasIt() throws IOException {
    try (var registry = MemoryRegistry.start()) {
      RecordedPlace.load(registry, "app", "l-prefix");
      int with = found(registry, StoreOptions.STANDARD.withTagPrefix("team-"));
      int without = found(registry, StoreOptions.STANDARD);
      String prefix =
          RecordedPlace.tags("l-prefix").keySet().stream()
              .filter(tag -> tag.endsWith(".sig"))
              .map(tag -> tag.substring(0, tag.indexOf("sha256-")))
              .findFirst()
              .orElseThrow();
      assertThat(without).isZero();
      assertThat(with).isEqualTo(prefix.equals("team-") ? 1 : 0);
      assertThat(found(registry, StoreOptions.STANDARD.withTagPrefix(prefix))).isPositive();
    }
  }

  private static int found(MemoryRegistry registry, StoreOptions options) throws IOException {
    try (SignatureStore store = RecordedPlace.store(registry, "app", options)) {
      return store.gather(Kind.SIGNATURE, IMAGE).found().size();
    }
  }

  /// 401, 403, 429 and 5xx are never "no signatures".
  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500, 503})
  void aRegistryThatRefusesIsNoEmptyOne(int status) throws IOException {
    for (String asked : List.of("/manifests/" + SIG, "/referrers/")) {
      with(
          "a-anno-r2-0",
          (registry, store) -> {
            registry.fault(request -> broken(request.contains(asked), status, "{}"));
            assertThatThrownBy(() -> store.gather(Kind.SIGNATURE, IMAGE))
                .isInstanceOfSatisfying(
                    RefusedException.class,
                    e -> assertThat(e.kind()).isEqualTo(FailureClass.TRANSPORT));
          });
    }
  }

  private static Optional<MemoryRegistry.Broken> broken(boolean now, int status, String body) {
    return now
        ? Optional.of(
            new MemoryRegistry.Broken(
                status, MediaTypes.OCI_MANIFEST, body.getBytes(StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  @Test
  void aSignatureUnderATagStandsWhenReferrersCannotBeAsked() throws IOException {
    with(
        "l-anno2",
        (registry, store) -> {
          registry.fault(request -> broken(request.contains("/referrers/"), 503, "{}"));
          assertThat(store.gather(Kind.SIGNATURE, IMAGE).found()).hasSize(2);
          assertThatThrownBy(() -> store.gather(Kind.BUNDLE, IMAGE))
              .isInstanceOf(RefusedException.class);
        });
  }

  @Test
  void aMissingImageIsToldFromTrouble() throws IOException {
    with(
        "a-anno-r2-0",
        (registry, store) -> {
          assertThatThrownBy(() -> store.resolve("nope"))
              .isInstanceOfSatisfying(
                  RefusedException.class,
                  e -> assertThat(e.kind()).isEqualTo(FailureClass.NOT_FOUND));
          assertThat(store.gather(Kind.SIGNATURE, OTHER)).isEqualTo(Gathered.NOTHING);
        });
  }

  /// GHSA-vfp6-jrw2-99g9 (CVE-2023-46737): an endless answer ends at the bound.
  @Test
  void anEndlessManifestEndsAtTheBound() throws IOException {
    with(
        "a-anno-r2-0",
        (registry, store) -> {
          String endless = "{\"layers\":[" + " ".repeat(5 << 20) + "]}";
          registry.fault(request -> broken(request.contains(SIG), 200, endless));
          assertThatThrownBy(() -> store.gather(Kind.SIGNATURE, IMAGE))
              .isInstanceOfSatisfying(
                  RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.LIMIT));
        });
  }

  /// GHSA-95pr-fxf5-86gv (CVE-2024-29903): very many signatures.
  @Test
  void moreLayersThanTheBoundAreRefused() throws IOException {
    with(
        "tampered-manylayers",
        (registry, store) ->
            assertThatThrownBy(() -> store.gather(Kind.SIGNATURE, IMAGE))
                .isInstanceOfSatisfying(
                    RefusedException.class,
                    e -> assertThat(e.kind()).isEqualTo(FailureClass.LIMIT)));
  }

  private static void tagImage(MemoryRegistry registry, Descriptor... layers) {
    TagImage image = TagImage.of(TagImage.Form.oci(Optional.empty()), List.of(layers));
    registry.manifest("app", SIG, MediaTypes.OCI_MANIFEST, image.manifest().body());
  }

  private static FailureClass damage(Found found) {
    return ((Found.Damaged) found).refusal().kind();
  }

  /// GHSA-88jx-383q-w4qc (CVE-2024-29902): what says it is huge is not even asked for.
  @Test
  void hugeLayersAreNotDownloaded() throws IOException {
    with(
        "a-anno-r2-0",
        (registry, store) -> {
          tagImage(registry, Descriptor.of(Layer.SIMPLE_SIGNING, OTHER, 1L << 40));
          List<Found> found = store.gather(Kind.SIGNATURE, IMAGE).found();
          assertThat(found).hasSize(1);
          assertThat(damage(found.getFirst())).isEqualTo(FailureClass.LIMIT);
          assertThat(registry.requests()).noneMatch(request -> request.contains(OTHER.encoded()));
        });
  }

  @Test
  void allTogetherAreBoundedInTheOrderOfTheList() throws IOException {
    var options = new StoreOptions(Optional.empty(), "", false, false, 100, 10, Optional.empty());
    with(
        "a-anno-r2-0",
        options,
        (registry, store) -> {
          List<Descriptor> layers = new ArrayList<>();
          for (int i = 0; i < 4; i++) {
            byte[] blob = new byte[80];
            blob[0] = (byte) i;
            registry.blob("app", blob);
            layers.add(Descriptor.of(Layer.SIMPLE_SIGNING, Digest.sha256(blob), 80));
          }
          tagImage(registry, layers.toArray(new Descriptor[0]));
          assertThat(store.gather(Kind.SIGNATURE, IMAGE).found())
              .extracting(each -> each instanceof Found.Whole)
              .containsExactly(true, true, false, false);
        });
  }

  @Test
  void bytesThatAreNotThePromisedOnesAreDamage() throws IOException {
    byte[] blob = "payload".getBytes(StandardCharsets.UTF_8);
    for (String sent : List.of("payloaD", "payload and more", "pay", "")) {
      with(
          "a-anno-r2-0",
          (registry, store) -> {
            tagImage(registry, Descriptor.of(Layer.SIMPLE_SIGNING, Digest.sha256(blob), 7));
            registry.fault(request -> broken(request.contains("/blobs/"), 200, sent));
            List<Found> found = store.gather(Kind.SIGNATURE, IMAGE).found();
            assertThat(found).hasSize(1);
            assertThat(damage(found.getFirst())).isEqualTo(FailureClass.TRANSPORT);
          });
    }
  }

  @Test
  void aReferrerThatIsAnotherThanListedIsDamage() throws IOException {
    with(
        "n-one",
        (registry, store) -> {
          String other =
              new String(RecordedPlace.blob("n-one", IMAGE.toString()), StandardCharsets.UTF_8);
          registry.fault(request -> broken(request.contains("/manifests/sha256:d95e"), 200, other));
          List<Found> found = store.gather(Kind.BUNDLE, IMAGE).found();
          assertThat(found).hasSize(1);
          assertThat(damage(found.getFirst())).isEqualTo(FailureClass.TRANSPORT);
        });
  }

  /// What refers to another image, or to none, is counted and left aside.
  @Test
  void strangersAreCounted() throws IOException {
    with(
        "n-one",
        (registry, store) -> {
          Descriptor subject = Descriptor.of(MediaTypes.OCI_MANIFEST, OTHER, 3);
          Descriptor layer = Descriptor.of(BundleFacts.BUNDLE_TYPE, OTHER, 3);
          byte[] stranger =
              ReferrerImage.of(subject, BundleFacts.BUNDLE_TYPE, layer, Map.of()).manifest().body();
          registry.manifest("app", "", MediaTypes.OCI_MANIFEST, stranger);
          String body =
              ("{\"schemaVersion\":2,\"manifests\":["
                      + "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d},"
                      + "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":9}]}")
                  .formatted(
                      MediaTypes.OCI_MANIFEST,
                      Digest.sha256(stranger),
                      stranger.length,
                      MediaTypes.OCI_MANIFEST,
                      OTHER);
          registry.fault(request ->
              request.contains("/referrers/")
                  ? Optional.of(
                      new MemoryRegistry.Broken(
                          200, MediaTypes.OCI_INDEX, body.getBytes(StandardCharsets.UTF_8)))
                  : Optional.empty());
          assertThat(store.gather(Kind.BUNDLE, IMAGE)).isEqualTo(new Gathered(List.of(), 2));
        });
  }

  @Test
  void veryManyReferrersAreRefused() throws IOException {
    with(
        "a-anno-r2-0",
        (registry, store) -> {
          var list = new StringBuilder("{\"schemaVersion\":2,\"manifests\":[");
          for (int i = 0; i <= Gathering.REFERRERS; i++) {
            list.append(i == 0 ? "" : ",")
                .append(
                    "{\"mediaType\":\"" + MediaTypes.OCI_MANIFEST + "\",\"size\":9,\"digest\":\"")
                .append(Digest.sha256(Bytes.utf8("r" + i).toArray()))
                .append("\"}");
          }
          byte[] body = list.append("]}").toString().getBytes(StandardCharsets.UTF_8);
          registry.fault(request ->
              request.contains("/referrers/")
                  ? Optional.of(new MemoryRegistry.Broken(200, MediaTypes.OCI_INDEX, body))
                  : Optional.empty());
          assertThatThrownBy(() -> store.gather(Kind.BUNDLE, IMAGE))
              .isInstanceOfSatisfying(
                  RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.LIMIT));
        });
  }
}
