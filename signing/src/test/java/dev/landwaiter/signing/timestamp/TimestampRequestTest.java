package dev.landwaiter.signing.timestamp;

import static dev.landwaiter.signing.testing.CertificateDraft.authority;
import static dev.landwaiter.signing.testing.CertificateDraft.stamper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.testing.CertificateDraft.Made;
import dev.landwaiter.signing.testing.TokenDraft;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.tsp.TimeStampRequest;
import org.junit.jupiter.api.Test;

class TimestampRequestTest {
  private static final Bytes SIGNATURE = Bytes.utf8("signature");

  /// Another program reads what is written.
  @Test
  void isAWellFormedRequest() throws Exception {
    TimestampRequest request = TimestampRequest.of(SIGNATURE, new SecureRandom());
    var read = new TimeStampRequest(request.der().toArray());
    assertThat(read.getVersion()).isEqualTo(1);
    assertThat(read.getMessageImprintDigest()).isEqualTo(SIGNATURE.sha256().toArray());
    assertThat(read.getMessageImprintAlgOID().getId()).isEqualTo("2.16.840.1.101.3.4.2.1");
    assertThat(read.getCertReq()).isTrue();
    assertThat(read.getNonce()).isEqualTo(request.nonce());
    assertThat(request.nonce().signum()).isNotNegative();
  }

  @Test
  void answersRepeatImprintAndNonce() throws Exception {
    Made root = authority("root").selfSigned();
    Made signer = stamper("tsa").by(root);
    var request = new TimestampRequest(SIGNATURE.sha256(), BigInteger.valueOf(77));
    var draft = new TokenDraft(signer, SIGNATURE);
    draft.nonce = Der.encode(Der.INTEGER, Bytes.hex("4d"));
    TimestampResponse good = TimestampResponse.read(draft.response());
    assertThatCode(() -> good.requireAnswers(request)).doesNotThrowAnyException();
    var other = new TimestampRequest(SIGNATURE.sha256(), BigInteger.valueOf(78));
    assertThatThrownBy(() -> good.requireAnswers(other)).isInstanceOf(RefusedException.class);
    var another = new TimestampRequest(Bytes.utf8("x").sha256(), BigInteger.valueOf(77));
    assertThatThrownBy(() -> good.requireAnswers(another)).isInstanceOf(RefusedException.class);
    draft.nonce = Bytes.EMPTY;
    TimestampResponse silent = TimestampResponse.read(draft.response());
    assertThatThrownBy(() -> silent.requireAnswers(request)).isInstanceOf(RefusedException.class);
  }
}
