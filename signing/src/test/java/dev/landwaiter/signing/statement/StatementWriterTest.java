package dev.landwaiter.signing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementWriterTest {
  private static final String BLOB =
      "d01b2677404281f821b1fcea2abbe1106a2985d611950d4160fa2b475857b92f";

  /// What the original wrote for these files comes out byte for byte.
  @ParameterizedTest
  @CsvSource({
    "custom,custom.txt,ab-custom",
    "custom,object.json,ab-custom-json",
    "slsaprovenance1,slsa1.json,ab-slsaprovenance1",
    "spdx,spdx.txt,ab-spdx",
    "spdxjson,spdx.json,ab-spdxjson",
    "cyclonedx,cyclonedx.json,ab-cyclonedx",
    "openvex,openvex.json,ab-openvex",
    "https://example.test/predicate/v1,object.json,ab-uri"
  })
  void writesTheRecordedStatements(String type, String file, String recorded) throws Exception {
    Predicate predicate =
        Predicate.of(
            file,
            type,
            Bytes.of(Files.readAllBytes(Shared.path("conformance/cosign/files/pred/" + file))),
            Instant.parse("2026-11-23T16:57:45.25Z"));
    assertThat(StatementWriter.attestation("blob.txt", BLOB, predicate).toText())
        .isEqualTo(
            Files.readString(Shared.path("conformance/cosign/out/" + recorded + ".intoto.json")));
  }

  @Test
  void keepsNumbersThatAreTooLargeForOthers() throws Exception {
    Predicate predicate =
        Predicate.of(
            "p",
            "https://example.test/p",
            Bytes.utf8("{\"z\":12345678901234567890,\"a\":[0.1,1e2,1.10],\"x\":1}"),
            Instant.EPOCH);
    assertThat(StatementWriter.attestation("n", BLOB, predicate).toText())
        .endsWith("\"predicate\":{\"a\":[0.1,100,1.1],\"x\":1,\"z\":12345678901234567890}}");
  }

  @Test
  void saysThatAnImageIsSigned() {
    assertThat(StatementWriter.signature(BLOB, Map.of()).toText())
        .isEqualTo(
            "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"digest\":{\"sha256\":\""
                + BLOB
                + "\"},\"annotations\":{}}],\"predicateType\":"
                + "\"https://sigstore.dev/cosign/sign/v1\",\"predicate\":{}}");
    assertThat(StatementWriter.signature(BLOB, Map.of("b", "<2>", "a", "1")).toText())
        .contains("\"annotations\":{\"a\":\"1\",\"b\":\"<2>\"}");
  }
}
