package dev.landwaiter.signing.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureFileTest {
  private static Bytes bytes(String file) throws Exception {
    return Bytes.of(Files.readAllBytes(Shared.path("conformance/cosign/" + file)));
  }

  @ParameterizedTest
  @CsvSource({
    "out/blob-empty.sigstore.json,BUNDLE_0_3,Key,Artifact",
    "bundles/v01-kl.sigstore.json,BUNDLE_0_1,Certificate,Artifact",
    "out/ab-custom.sigstore.json,BUNDLE_0_3,Key,Dsse",
    "out/old-v1.bundle,LEGACY,ClaimedKey,Artifact",
    "out/ca-kl-old.bundle,LEGACY,Certificate,Artifact",
    "out/ab-old-log.bundle,LEGACY,ClaimedKey,Dsse",
    "out/ab-custom.dsse.json,LEGACY,Key,Dsse",
    "bundles/attacker-nocert.bundle,LEGACY,Key,Artifact"
  })
  void tellsTheForms(String file, Evidence.Form form, String signer, String signed)
      throws Exception {
    Evidence evidence = SignatureFile.read(file, bytes(file), Set.of());
    assertThat(evidence.form()).isEqualTo(form);
    assertThat(evidence.signer().getClass().getSimpleName()).isEqualTo(signer);
    assertThat(evidence.signed().getClass().getSimpleName()).isEqualTo(signed);
    assertThat(evidence.signature().isEmpty()).isFalse();
  }

  /// A broken bundle stays a broken bundle; it is not tried as something older.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "",
        "text",
        "{\"mediaType\":\"x\",\"base64Signature\":\"AAAA\"}",
        "{\"verificationMaterial\":{},\"base64Signature\":\"AAAA\"}",
        "{\"media_type\":\"x\",\"base64Signature\":\"AAAA\"}",
        "{\"base64Signature\":\"\"}",
        "{\"base64Signature\":1}",
        "{\"base64Signature\":\"AAAA\",\"base64Signature\":\"AAAA\"}",
        "{\"base64Signature\":\"AAAA\",\"cert\":\"AAAA\"}",
        "{\"base64Signature\":\"AAAA\",\"rekorBundle\":{}}",
        "{\"base64Signature\":\"AAAA\",\"rekorBundle\":[]}",
        "{\"payload\":\"\",\"payloadType\":\"x\",\"signatures\":[{\"sig\":\"AAAA\"}]}",
        "{\"payload\":\"AAAA\",\"payloadType\":\"x\",\"signatures\":[]}",
        "{\"payload\":\"AAAA\",\"payloadType\":\"x\"}"
      })
  void refusesOtherThings(String text) {
    assertThatThrownBy(() -> SignatureFile.read("f", Bytes.utf8(text), Set.of()))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.PARSE));
  }

  @Test
  void anEntryWithoutPromiseIsOneOfTheLog() {
    String json =
        "{\"base64Signature\":\"AAAA\",\"rekorBundle\":{\"SignedEntryTimestamp\":\"\",\"Payload\":"
            + "{\"body\":\"AAAA\",\"integratedTime\":1,\"logIndex\":1,\"logID\":\"00\"}}}";
    assertThatThrownBy(() -> SignatureFile.read("f", Bytes.utf8(json), Set.of()))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.LOG));
  }

  /// The promise of a log is over the text of its id.
  @ParameterizedTest
  @CsvSource({"00ab,true", "00AB,false", "0xab,false", "00a,false"})
  void theIdOfALogHasOneSpelling(String id, boolean good) {
    Bytes file =
        Bytes.utf8(
            "{\"base64Signature\":\"AAAA\",\"rekorBundle\":{\"SignedEntryTimestamp\":\"AAAA\","
                + "\"Payload\":{\"body\":\"AAAA\",\"integratedTime\":1,\"logIndex\":1,"
                + "\"logID\":\""
                + id
                + "\"}}}");
    if (good) {
      assertThatCode(() -> SignatureFile.read("f", file, Set.of())).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> SignatureFile.read("f", file, Set.of()))
          .isInstanceOf(RefusedException.class);
    }
  }

  /// Text in Base64, or the bytes themselves.
  @Test
  void signatureFilesAreTextOrBytes() throws Exception {
    Bytes signature = Bytes.hex("3006020101020101");
    assertThat(LegacyParts.signature("s", signature)).isEqualTo(signature);
    assertThat(LegacyParts.signature("s", Bytes.utf8(signature.toBase64() + "\n")))
        .isEqualTo(signature);
    assertThatThrownBy(() -> LegacyParts.signature("s", Bytes.utf8("no base64!")))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> LegacyParts.signature("s", Bytes.EMPTY))
        .isInstanceOf(RefusedException.class);
  }
}
