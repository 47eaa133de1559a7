package dev.landwaiter.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LegacyLayer;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.simple.SimplePayload;
import dev.landwaiter.signing.statement.StatementWriter;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signatures over images, in the payload of simple signing and in a statement, made with a new
/// key.
class ImageSignatureTest {
  private static final Digest IMAGE = Digest.sha256("a manifest".getBytes(StandardCharsets.UTF_8));
  private static final Digest OTHER =
      Digest.sha256("another manifest".getBytes(StandardCharsets.UTF_8));

  private final KeyPair keys;
  private final VerificationKey key;

  ImageSignatureTest() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    keys = generator.generateKeyPair();
    key = PublicKeys.spki("made", Bytes.of(keys.getPublic().getEncoded()));
  }

  private Bytes sign(Bytes message) throws Exception {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(message.toArray());
    return Bytes.of(signature.sign());
  }

  private Evidence layer(Bytes payload) throws Exception {
    return LegacyLayer.signature(
        "layer", Map.of(LegacyLayer.SIGNATURE, sign(payload).toBase64()), payload);
  }

  private Evidence statement(Map<String, String> annotations) throws Exception {
    Bytes payload = StatementWriter.signature(IMAGE.encoded(), annotations);
    Bytes sig = sign(Envelope.preAuthentication(Envelope.IN_TOTO, payload));
    return new Evidence(
        "bundle",
        Evidence.Form.BUNDLE_0_3,
        new Evidence.Signer.Key(""),
        new Evidence.Signed.Dsse(
            new Envelope(payload, Envelope.IN_TOTO, List.of(new Envelope.Signature(sig, ""))),
            Bytes.EMPTY),
        sig,
        List.of(),
        List.of(),
        Optional.empty());
  }

  private Outcome judge(Evidence evidence, Digest image, Map<String, String> annotations) {
    return judge(evidence, new Artifact.Image(image), annotations, Set.of());
  }

  private Outcome judge(
      Evidence evidence,
      Artifact artifact,
      Map<String, String> annotations,
      Set<Relaxation> relaxed) {
    return Verifier.verify(
        evidence,
        artifact,
        new Requirements(
            new Requirements.Signer.Key(key, Window.OPEN),
            0,
            0,
            0,
            new Requirements.Wanted.Signature(),
            annotations,
            relaxed),
        TrustedRoot.NOTHING,
        Instant.EPOCH);
  }

  private static FailureClass kind(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).refusal().kind();
  }

  @Test
  void bothFormsAreAboutOneImage() throws Exception {
    Bytes payload = SimplePayload.write("r.test/a", IMAGE.toString(), Map.of());
    for (Evidence each : List.of(layer(payload), statement(Map.of()))) {
      assertThat(judge(each, IMAGE, Map.of())).isInstanceOf(Outcome.Accepted.class);
      assertThat(kind(judge(each, OTHER, Map.of()))).isEqualTo(FailureClass.SUBJECT);
      assertThat(
              judge(
                  each, new Artifact.Image(OTHER), Map.of(), Set.of(Relaxation.CLAIMS_NOT_CHECKED)))
          .isInstanceOf(Outcome.Accepted.class);
    }
    Evidence layer = layer(payload);
    var blob = new Artifact.Blob(Bytes.utf8("a manifest"));
    assertThat(kind(judge(layer, blob, Map.of(), Set.of()))).isEqualTo(FailureClass.SUBJECT);
  }

  /// Annotations given, asked for, whether they are enough.
  @ParameterizedTest
  @CsvSource({"a=1;b=2,a=1,true", "a=1,a=1;b=2,false", "a=1,a=2,false", ",a=,false", "a=,a=,true"})
  void annotationsMustBeThere(String given, String asked, boolean enough) throws Exception {
    Map<String, String> annotations = pairs(given);
    Bytes payload = SimplePayload.write("r.test/a", IMAGE.toString(), annotations);
    for (Evidence each : List.of(layer(payload), statement(annotations))) {
      Outcome outcome = judge(each, IMAGE, pairs(asked));
      if (enough) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
      } else {
        assertThat(kind(outcome)).isEqualTo(FailureClass.SUBJECT);
      }
    }
  }

  /// Values that are no texts are compared by their JSON.
  @ParameterizedTest
  @CsvSource({"1,1,true", "1,1.0,false", "true,true,true", "null,,false", "null,null,true"})
  void otherValuesAreComparedByTheirText(String json, String asked, boolean same) throws Exception {
    String payload =
        SimplePayload.write("r.test/a", IMAGE.toString(), Map.of())
            .toText()
            .replace("\"optional\":null", "\"optional\":{\"n\":" + json + "}");
    Outcome outcome =
        judge(layer(Bytes.utf8(payload)), IMAGE, Map.of("n", asked == null ? "" : asked));
    assertThat(outcome instanceof Outcome.Accepted).isEqualTo(same);
  }

  /// What was signed by the right key but is no statement that an image is signed.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|SUBJECT",
        "{}|SUBJECT",
        "{\"payload\":\"AAAA\",\"payloadType\":\"x\",\"signatures\":[{\"sig\":\"AAAA\"}]}|SUBJECT"
      })
  void otherPayloadsSayNothing(String payload, FailureClass kind) throws Exception {
    Evidence evidence = layer(Bytes.utf8(payload == null ? "" : payload));
    assertThat(kind(judge(evidence, IMAGE, Map.of()))).isEqualTo(kind);
  }

  @Test
  void noBitMayChange() throws Exception {
    Bytes payload = SimplePayload.write("r.test/a", IMAGE.toString(), Map.of("a", "1"));
    for (Evidence each : List.of(layer(payload), statement(Map.of()))) {
      for (EvidenceSlots.Slot slot : EvidenceSlots.of(each)) {
        byte[] bytes = slot.bytes().toArray();
        for (int bit = 0; bit < bytes.length * 8; bit += 5) {
          bytes[bit / 8] ^= (byte) (1 << bit % 8);
          assertThat(judge(slot.with().apply(Bytes.of(bytes)), IMAGE, Map.of()))
              .isInstanceOf(Outcome.Refused.class);
          bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
      }
    }
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> all = new TreeMap<>();
    for (String each : text == null ? List.<String>of() : List.of(text.split(";", -1))) {
      int equals = each.indexOf('=');
      all.put(each.substring(0, equals), each.substring(equals + 1));
    }
    return all;
  }
}
