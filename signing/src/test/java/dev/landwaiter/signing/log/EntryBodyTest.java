package dev.landwaiter.signing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryBodyTest {
  @Test
  void readsEveryKind() throws RefusedException {
    Signed message = Signed.message("hello");
    Signed statement = Signed.statement();
    var sha256 = new EntryBody.Hash("sha256", message.message().sha256().toHex());
    var payload = new EntryBody.Hash("sha256", statement.envelope().payload().sha256().toHex());
    var envelope = new EntryBody.Hash("sha256", statement.text().sha256().toHex());
    var ofMessage = new EntryBody.Signature(message.signature(), message.pem());
    var ofStatement = new EntryBody.Signature(statement.signature(), statement.pem());
    assertThat(EntryBody.parse(message.hashedRekord()))
        .isEqualTo(new EntryBody.HashedRekord(sha256, ofMessage));
    assertThat(EntryBody.parse(message.rekord()))
        .isEqualTo(new EntryBody.Rekord(sha256, ofMessage));
    assertThat(EntryBody.parse(message.tile())).isEqualTo(new EntryBody.TileRekord());
    assertThat(EntryBody.parse(statement.dsse()))
        .isEqualTo(new EntryBody.Dsse(envelope, payload, List.of(ofStatement)));
    assertThat(EntryBody.parse(statement.intoto2()))
        .isEqualTo(
            new EntryBody.Intoto2(
                envelope, payload, "application/vnd.in-toto+json", List.of(ofStatement)));
    assertThat(EntryBody.parse(statement.intoto1(true)))
        .isInstanceOfSatisfying(
            EntryBody.Intoto1.class, e -> assertThat(e.payload()).hasValue(payload));
    assertThat(EntryBody.parse(statement.intoto1(false)))
        .isInstanceOfSatisfying(EntryBody.Intoto1.class, e -> assertThat(e.payload()).isEmpty());
  }

  @CsvSource({
    "dsse,0.0.2",
    "intoto,0.0.3",
    "hashedrekord,0.0.3",
    "hashedrekord,''",
    "HashedRekord,0.0.1",
    "rpm,0.0.1",
    "tuf,0.0.1",
  })
  @ParameterizedTest
  void otherKindsAreNotSupported(String kind, String version) {
    refused(Signed.body(kind, version, "{}"), FailureClass.LOG);
  }

  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"kind\":\"dsse\"}",
        "{\"apiVersion\":\"0.0.1\",\"kind\":\"dsse\"}",
        "{\"apiVersion\":\"0.0.1\",\"kind\":\"dsse\",\"spec\":[]}",
        "{\"apiVersion\":\"0.0.1\",\"kind\":\"dsse\",\"spec\":{}}",
        "{\"apiVersion\":1,\"kind\":\"dsse\",\"spec\":{}}",
        "{\"api_version\":\"0.0.1\",\"kind\":\"dsse\",\"spec\":{}}",
        "{\"apiVersion\":\"0.0.1\",\"kind\":\"dsse\",\"kind\":\"dsse\",\"spec\":{}}",
        "{\"apiVersion\":\"0.0.1\",\"kind\":\"hashedrekord\",\"spec\":{\"data\":{}}}",
      })
  @ParameterizedTest
  void brokenBodiesAreRefused(String body) {
    refused(Bytes.utf8(body), FailureClass.PARSE);
  }

  @Test
  void otherFormsOfSignaturesAreNotSupported() throws RefusedException {
    Bytes body = Bytes.utf8(Signed.message("a").rekord().toText().replace("x509", "pgp"));
    refused(body, FailureClass.LOG);
  }

  private static void refused(Bytes body, FailureClass kind) {
    assertThatThrownBy(() -> EntryBody.parse(body))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
