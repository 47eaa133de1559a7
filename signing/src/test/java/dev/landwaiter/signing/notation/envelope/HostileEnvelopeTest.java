package dev.landwaiter.signing.notation.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.notation.SignatureAlgorithm;
import dev.landwaiter.signing.testing.CertificateDraft;
import dev.landwaiter.signing.testing.EnvelopeDraft;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the bytes: they are read, or refused with a reason.
class HostileEnvelopeTest {
  private static EnvelopeDraft good() {
    return new EnvelopeDraft(CertificateDraft.leaf("a@b.test").named("CN=x").selfSigned());
  }

  private static void read(String type, Bytes content) {
    try {
      Envelopes.read(type, content);
    } catch (RefusedException e) {
      assertThat(e.kind()).isIn(FailureClass.PARSE, FailureClass.LIMIT);
    }
  }

  @Test
  void bothFormsSayTheSame() throws RefusedException {
    EnvelopeDraft draft = good().with("io.cncf.notary.expiry", CertificateDraft.END);
    var json = Envelopes.read(Envelopes.JWS, draft.jws());
    var cbor = Envelopes.read(Envelopes.COSE, draft.cose());
    assertThat(json.algorithm()).isEqualTo(SignatureAlgorithm.ES256);
    assertThat(cbor.algorithm()).isEqualTo(json.algorithm());
    assertThat(cbor.chain()).isEqualTo(json.chain());
    assertThat(cbor.payload()).isEqualTo(json.payload());
    assertThat(cbor.attributes()).isEqualTo(json.attributes());
  }

  @Test
  void everyFlipAndEveryCut() {
    for (String type : List.of(Envelopes.JWS, Envelopes.COSE)) {
      Bytes whole = type.equals(Envelopes.JWS) ? good().jws() : good().cose();
      for (int bit = 0; bit < whole.size() * 8; bit++) {
        byte[] changed = whole.toArray();
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        read(type, Bytes.of(changed));
      }
      for (int length = 0; length < whole.size(); length++) {
        Bytes cut = whole.slice(0, length);
        assertThatThrownBy(() -> Envelopes.read(type, cut)).isInstanceOf(RefusedException.class);
      }
    }
  }

  @Test
  void noise() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] content = new byte[random.nextInt(60)];
      random.nextBytes(content);
      read(Envelopes.COSE, Bytes.of(content));
      read(Envelopes.COSE, Bytes.hex("d284").plus(Bytes.of(content)));
    }
  }

  /// Lengths that are not there, nesting without end, other spellings of the same number, floating
  /// points, indefinite lengths, keys that are there twice.
  @ValueSource(
      strings = {
        "",
        "9bffffffffffffffff",
        "9b7fffffffffffffff",
        "5bffffffffffffffff",
        "5a7fffffff00",
        "bb7fffffffffffffff",
        "818181818181818181818181818181818181818181818100",
        "c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c600",
        "1800",
        "1817",
        "190001",
        "1a0000ffff",
        "1b00000000ffffffff",
        "1bffffffffffffffff",
        "1c",
        "9f00ff",
        "5f4100ff",
        "f93c00",
        "fa00000000",
        "f8ff",
        "ff",
        "a201000100",
        "61ff",
        "0000",
      })
  @ParameterizedTest
  void brokenCbor(String hex) {
    assertThatThrownBy(() -> CborReader.only(Bytes.hex(hex)))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.PARSE));
  }

  @Test
  void plainCbor() throws RefusedException {
    assertThat(CborReader.only(Bytes.hex("a2613001818220f6c1182a")))
        .asString()
        .contains("Number[value=1]", "Number[value=-1]", "Simple[value=22]", "Tagged");
  }

  @Test
  void otherFormsAreRefused() {
    for (String text :
        List.of(
            "{}",
            "[]",
            "{\"payload\":\"\",\"signatures\":[]}",
            good().jws().toText().replace("\"signature\":", "\"signatures\":[],\"signature\":"),
            good().jws().toText().replace("\"header\":", "\"header\":1,\"header\":"),
            "eyJhbGciOiJFUzI1NiJ9.e30.AA")) {
      assertThatThrownBy(() -> Envelopes.read(Envelopes.JWS, Bytes.utf8(text)))
          .isInstanceOfSatisfying(
              RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.PARSE));
    }
    assertThatThrownBy(() -> Envelopes.read("application/json", good().jws()))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> Envelopes.read(Envelopes.JWS, Bytes.of(new byte[(4 << 20) + 1])))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.LIMIT));
  }
}
