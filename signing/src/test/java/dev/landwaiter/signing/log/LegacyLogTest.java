package dev.landwaiter.signing.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LegacyBundle;
import dev.landwaiter.signing.bundle.LegacyLayer;
import dev.landwaiter.signing.encoding.StrictJson;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.trust.LogInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The promises that come with legacy signatures and attestations, as the reference's program left
/// them in registries and files, whole and tampered with.
class LegacyLogTest {
  @Test
  void layersOfImages() throws IOException {
    Map<String, String> verdicts = new TreeMap<>();
    try (var files = Files.walk(Material.COSIGN.resolve("layouts"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Bytes content = Material.bytes(file);
        if (content.size() < 100_000 && content.toText().contains(LegacyLayer.BUNDLE)) {
          String layout = Material.COSIGN.resolve("layouts").relativize(file).getName(0).toString();
          verdicts.merge(layout, layers(file.resolveSibling(""), content), (a, b) -> a + "; " + b);
        }
      }
    }
    assertThat(verdicts.size()).isGreaterThan(20);
    RecordedLogTest.agrees("layers.txt", verdicts);
    verdicts.forEach((layout, verdict) -> {
      if (layout.matches("tampered-(log|k-cert)-.*") && !layout.endsWith("two-after")) {
        assertThat(verdict).as(layout).doesNotContain("counted with");
      }
    });
  }

  private static String layers(Path blobs, Bytes manifest) throws IOException {
    List<String> verdicts = new ArrayList<>();
    Value layers = StrictJson.parse("manifest", manifest).get("layers").orElseThrow();
    for (Value layer : layers.elements()) {
      Bytes blob = Material.bytes(blobs.resolve(layer.text("digest").substring(7)));
      Map<String, String> annotations = new LinkedHashMap<>();
      layer
          .get("annotations")
          .orElseThrow()
          .members()
          .forEach((key, value) ->
              annotations.put(((StringValue) key).text(), ((StringValue) value).text()));
      try {
        Evidence evidence =
            layer.text("mediaType").contains("dsse")
                ? LegacyLayer.attestation("layer", annotations, blob)
                : LegacyLayer.signature("layer", annotations, blob);
        verdicts.add(verdict(evidence, Optional.empty()));
      } catch (RefusedException e) {
        verdicts.add("unread");
      }
    }
    return String.join("; ", verdicts);
  }

  /// GHSA-fx35-mq7g-6g98: the key that a file brings along (`tp-attacker`) never counts.
  @Test
  void bundlesOfFiles() throws IOException {
    Map<String, String> verdicts = new TreeMap<>();
    for (String name :
        List.of("ab-old-log", "ca-kl-old", "ca-old", "old-v1", "tp-attacker", "tp-otherlog")) {
      Bytes text = Material.bytes(Material.COSIGN.resolve("out/" + name + ".bundle"));
      String file =
          name.startsWith("a") || name.equals("ca-kl-old") || name.equals("tp-attacker")
              ? "blob.txt"
              : "blob2.txt";
      verdicts.put(
          name,
          verdict(
              LegacyBundle.read(name, text),
              Optional.of(Material.bytes(Material.COSIGN.resolve("files/" + file)))));
    }
    RecordedLogTest.agrees("files.txt", verdicts);
  }

  private static String verdict(Evidence evidence, Optional<Bytes> file) throws IOException {
    List<LogInstance> logs = Material.logs(Material.COSIGN.resolve("trust/root-all.json"));
    VerificationKey key =
        PublicKeys.pem("key", Material.bytes(Material.COSIGN.resolve("keys/empty.pub")));
    Logged.Signer signer =
        evidence.signer() instanceof Evidence.Signer.Certificate certificate
            ? Material.certificate(certificate.leaf())
            : new Logged.Signer.Key(key);
    Logged.Content content =
        switch (evidence.signed()) {
          case Evidence.Signed.Payload payload -> new Logged.Content.Message(payload.payload());
          case Evidence.Signed.Dsse dsse ->
              new Logged.Content.Dsse(dsse.envelope(), Optional.of(dsse.text()));
          case Evidence.Signed.Artifact artifact ->
              new Logged.Content.Digests(
                  Map.of(HashAlgorithm.SHA2_256, file.orElseThrow().sha256()));
        };
    Logged logged = new Logged(evidence.form(), evidence.signature(), signer, content);
    return RecordedLogTest.verdict(new Material(evidence.entries(), logged), logs);
  }
}
