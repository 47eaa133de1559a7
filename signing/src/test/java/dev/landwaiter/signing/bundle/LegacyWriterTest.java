package dev.landwaiter.signing.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyWriterTest {
  private static Bytes read(String name) throws IOException {
    return Bytes.of(Files.readAllBytes(Shared.path("conformance/cosign/out/" + name)));
  }

  /// What cosign wrote comes out byte for byte.
  @ParameterizedTest
  @ValueSource(strings = {"old-v1.bundle", "old-nolog.bundle", "ca-kl-old.bundle"})
  void writesBundles(String name) throws IOException {
    Bytes text = read(name);
    Evidence evidence = LegacyBundle.read(name, text);
    String verifier =
        switch (evidence.signer()) {
          case Evidence.Signer.ClaimedKey(Bytes spki) ->
              PublicKeys.text(PublicKeys.spki(name, spki));
          case Evidence.Signer.Certificate(Bytes leaf, List<Bytes> above) ->
              new Pem("CERTIFICATE", leaf).text();
          case Evidence.Signer.Key key -> "";
        };
    assertThat(LegacyWriter.bundle(evidence.signature(), verifier, evidence.entries()).toText())
        .isEqualTo(text.toText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab-custom.dsse.json", "ab-vuln.dsse.json"})
  void writesEnvelopes(String name) throws IOException {
    Bytes text = read(name);
    assertThat(DsseWriter.write(DsseReader.read(name, text))).isEqualTo(text);
  }

  @Test
  void writesTimestamps() throws IOException {
    Bytes text = read("old.tsr");
    assertThat(LegacyWriter.timestamp(LegacyParts.timestamp("old.tsr", text)).toText())
        .isEqualTo(text.toText());
  }

  @Test
  void annotationsAreReadAsTheyWereWritten() throws IOException {
    Bytes leaf = Bytes.utf8("leaf");
    Bytes payload = Bytes.utf8("{}");
    LogEntry entry = LegacyBundle.read("x", read("old-v1.bundle")).entries().getFirst();
    var evidence =
        new Evidence(
            "here",
            Evidence.Form.LEGACY,
            new Evidence.Signer.Certificate(leaf, List.of()),
            new Evidence.Signed.Payload(payload),
            Bytes.utf8("signature"),
            List.of(entry),
            List.of(Bytes.utf8("timestamp")),
            Optional.empty());
    Map<String, String> annotations = LegacyWriter.annotations(evidence);
    assertThat(annotations).containsEntry(LegacyLayer.CHAIN, "");
    assertThat(LegacyLayer.signature("here", annotations, payload)).isEqualTo(evidence);
  }
}
