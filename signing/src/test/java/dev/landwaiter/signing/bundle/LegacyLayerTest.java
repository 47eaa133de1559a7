package dev.landwaiter.signing.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyLayerTest {
  private static final Bytes BLOB = Bytes.utf8("{}");

  private static String pem(String file) throws Exception {
    return Files.readString(Shared.path("conformance/cosign/" + file));
  }

  private static Evidence read(Map<String, String> more) throws RefusedException {
    Map<String, String> all = new HashMap<>(Map.of(LegacyLayer.SIGNATURE, "AAAA"));
    all.putAll(more);
    return LegacyLayer.signature("l", all, BLOB);
  }

  @Test
  void theFirstCertificateIsTheSigners() throws Exception {
    String good = pem("certs/good.pem");
    Evidence one = read(Map.of(LegacyLayer.CERTIFICATE, good, LegacyLayer.CHAIN, ""));
    Evidence two =
        read(Map.of(LegacyLayer.CERTIFICATE, good + pem("certs/nosan.pem"), "x", "unknown"));
    assertThat(two).isEqualTo(one);
    assertThat(one.signed()).isEqualTo(new Evidence.Signed.Payload(BLOB));
    assertThat(read(Map.of()).signer()).isEqualTo(new Evidence.Signer.Key(""));
  }

  /// The last of a chain would be a root, and roots never come from material.
  @Test
  void chainsGiveNoRoot() throws Exception {
    Evidence evidence =
        read(
            Map.of(
                LegacyLayer.CERTIFICATE, pem("certs/good.pem"),
                LegacyLayer.CHAIN, pem("trust/fulcio-chain.pem")));
    assertThat(evidence.signer())
        .isInstanceOfSatisfying(
            Evidence.Signer.Certificate.class, each -> assertThat(each.intermediates()).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dev.cosignproject.cosign/signature||PARSE",
        "dev.cosignproject.cosign/signature|no base64|PARSE",
        "dev.cosignproject.cosign/signature|MA_-|PARSE",
        "dev.sigstore.cosign/certificate|text|PARSE",
        "dev.sigstore.cosign/bundle|text|PARSE",
        "dev.sigstore.cosign/bundle|{}|PARSE",
        "dev.sigstore.cosign/bundle|{\"Payload\":{}}|LOG",
        "dev.sigstore.cosign/rfc3161timestamp|text|PARSE",
        "dev.sigstore.cosign/rfc3161timestamp|{}|PARSE"
      })
  void refusesBrokenAnnotations(String name, String value, FailureClass kind) {
    assertThatThrownBy(() -> read(Map.of(name, value == null ? "" : value)))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  @Test
  void attestationsHaveOneSignature() {
    String two =
        "{\"payload\":\"AAAA\",\"payloadType\":\"x\",\"more\":1,\"signatures\":[{\"sig\":\"AAAA\"}"
            + "%s]}";
    assertThat(catching(two.formatted(""))).isEmpty();
    assertThat(catching(two.formatted(",{\"sig\":\"AAAB\"}"))).contains("exactly one signature");
  }

  private static String catching(String envelope) {
    try {
      LegacyLayer.attestation("l", Map.of(LegacyLayer.SIGNATURE, ""), Bytes.utf8(envelope));
      return "";
    } catch (RefusedException e) {
      return e.refusal().message();
    }
  }
}
