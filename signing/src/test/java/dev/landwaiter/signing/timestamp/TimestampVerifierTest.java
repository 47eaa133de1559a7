package dev.landwaiter.signing.timestamp;

import static dev.landwaiter.signing.testing.CertificateDraft.NOW;
import static dev.landwaiter.signing.testing.CertificateDraft.START;
import static dev.landwaiter.signing.testing.CertificateDraft.authority;
import static dev.landwaiter.signing.testing.CertificateDraft.leaf;
import static dev.landwaiter.signing.testing.CertificateDraft.stamper;
import static dev.landwaiter.signing.testing.CertificateDraft.trusted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.TimeProof;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.certificate.CertificatePaths;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.testing.CertificateDraft.Made;
import dev.landwaiter.signing.testing.TokenDraft;
import dev.landwaiter.signing.trust.Authority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimestampVerifierTest {
  private static final Bytes SIGNATURE = Bytes.utf8("the bytes of a signature");
  private static final Made ROOT = authority("tsa-root").selfSigned();
  private static final Made SIGNER = stamper("tsa").by(ROOT);
  private static final List<Authority> WITH_SIGNER = List.of(trusted(SIGNER, ROOT));
  private static final List<Authority> ROOT_ONLY = List.of(trusted(ROOT));

  private static String verdict(Bytes response, List<Authority> authorities) {
    try {
      TimeProof.Timestamp proof =
          new TimestampVerifier(new CertificatePaths()).verify(response, SIGNATURE, authorities);
      assertThat(proof.time()).isNotNull();
      return "ok";
    } catch (RefusedException e) {
      return e.kind().id();
    }
  }

  private static String verdict(Consumer<TokenDraft> change) {
    var draft = new TokenDraft(SIGNER, SIGNATURE);
    change.accept(draft);
    return verdict(draft.response(), WITH_SIGNER);
  }

  @Test
  void saysWhenAndWho() throws Exception {
    Bytes response = new TokenDraft(SIGNER, SIGNATURE).response();
    TimeProof.Timestamp proof =
        new TimestampVerifier(new CertificatePaths()).verify(response, SIGNATURE, WITH_SIGNER);
    assertThat(proof).isEqualTo(new TimeProof.Timestamp(NOW, "https://CN=tsa-root"));
  }

  @Test
  void theSignersCertificateComesFromTheRootOrTheToken() {
    Bytes bare = new TokenDraft(SIGNER, SIGNATURE).response();
    Bytes embedded = new TokenDraft(SIGNER, SIGNATURE).embed(SIGNER).response();
    assertThat(verdict(bare, WITH_SIGNER)).isEqualTo("ok");
    assertThat(verdict(bare, ROOT_ONLY)).isEqualTo("chain");
    assertThat(verdict(embedded, WITH_SIGNER)).isEqualTo("ok");
    assertThat(verdict(embedded, ROOT_ONLY)).isEqualTo("ok");
    assertThat(verdict(embedded, List.of())).isEqualTo("trust-root");
    Made middle = authority("tsa-middle").by(ROOT);
    Made third = stamper("tsa3").by(middle);
    List<Authority> mixed = List.of(trusted(middle, third, ROOT));
    assertThat(verdict(new TokenDraft(third, SIGNATURE).response(), mixed)).isEqualTo("ok");
    // Another signer of the same authority than the configured one.
    Made second = stamper("tsa2").by(ROOT);
    Bytes other = new TokenDraft(second, SIGNATURE).embed(second).response();
    assertThat(verdict(other, WITH_SIGNER)).isEqualTo("chain");
    assertThat(verdict(other, ROOT_ONLY)).isEqualTo("ok");
    // Certificates of others only: the one of the root was not what the token went out with.
    Bytes others = new TokenDraft(SIGNER, SIGNATURE).embed(second).response();
    assertThat(verdict(others, WITH_SIGNER)).isEqualTo("chain");
  }

  @Test
  void embeddedCertificatesAreNeverAnchors() {
    Made foreign = authority("tsa-root").selfSigned();
    Made signer = stamper("tsa").by(foreign);
    Bytes response = new TokenDraft(signer, SIGNATURE).embed(signer, foreign).response();
    assertThat(verdict(response, ROOT_ONLY)).isEqualTo("chain");
    assertThat(verdict(response, WITH_SIGNER)).isEqualTo("chain");
    Made between = authority("tsa-between").by(ROOT);
    Made below = stamper("tsa").by(between);
    Bytes whole = new TokenDraft(below, SIGNATURE).embed(between, below).response();
    assertThat(verdict(whole, ROOT_ONLY)).isEqualTo("ok");
    assertThat(verdict(new TokenDraft(below, SIGNATURE).embed(below).response(), ROOT_ONLY))
        .isEqualTo("chain");
  }

  /// The first certificate of the bag is a good one, the signer is another (GHSA-xm5m-wgh2-rrg3).
  @Test
  void theActualSignerIsJudgedNotTheFirstCertificate() {
    Made attacker = authority("evil").selfSigned();
    Made evil = stamper("evil-tsa").by(attacker);
    assertThat(verdict(new TokenDraft(evil, SIGNATURE).embed(SIGNER, evil).response(), ROOT_ONLY))
        .isEqualTo("chain");
    Made code = leaf("a@b.test").by(ROOT);
    assertThat(verdict(new TokenDraft(code, SIGNATURE).embed(SIGNER, code).response(), ROOT_ONLY))
        .isEqualTo("chain");
    // It names the good one but did not sign with it.
    var draft = new TokenDraft(evil, SIGNATURE).embed(SIGNER, evil);
    draft.claimed = SIGNER;
    draft.named = List.of(SIGNER);
    assertThat(verdict(draft.response(), ROOT_ONLY)).isEqualTo("signature");
    draft.named = List.of(evil);
    assertThat(verdict(draft.response(), ROOT_ONLY)).isEqualTo("signature");
    // Same name and number, other key.
    Made twin = stamper("tsa").key(evil.keys()).by(ROOT.name(), attacker.keys());
    assertThat(verdict(new TokenDraft(twin, SIGNATURE).embed(twin).response(), ROOT_ONLY))
        .isEqualTo("chain");
  }

  @Test
  void thePeriodOfTheAuthorityThatSignedCounts() {
    Made otherRoot = authority("other").selfSigned();
    Made other = stamper("other-tsa").by(otherRoot);
    Bytes response = new TokenDraft(SIGNER, SIGNATURE).response();
    var past = new Window(Optional.of(START), Optional.of(NOW.minusSeconds(1)));
    var now = new Window(Optional.of(START), Optional.of(NOW));
    assertThat(verdict(response, List.of(trusted(now, SIGNER, ROOT)))).isEqualTo("ok");
    assertThat(verdict(response, List.of(trusted(past, SIGNER, ROOT)))).isEqualTo("time");
    assertThat(
            verdict(response, List.of(trusted(past, SIGNER, ROOT), trusted(now, other, otherRoot))))
        .isEqualTo("time");
    var future = new Window(Optional.of(NOW.plusSeconds(1)), Optional.empty());
    assertThat(verdict(response, List.of(trusted(future, SIGNER, ROOT)))).isEqualTo("time");
  }

  @Test
  void certificatesMustBeValidAtTheTime() {
    Instant end = NOW.minusSeconds(1);
    Made expired = stamper("tsa").valid(START, end).by(ROOT);
    assertThat(
            verdict(new TokenDraft(expired, SIGNATURE).response(), List.of(trusted(expired, ROOT))))
        .isEqualTo("time");
    Made old = authority("old").valid(START, end).selfSigned();
    Made signer = stamper("tsa").by(old);
    assertThat(verdict(new TokenDraft(signer, SIGNATURE).response(), List.of(trusted(signer, old))))
        .isEqualTo("chain");
  }

  @ParameterizedTest
  @EnumSource(HashAlgorithm.class)
  void hashesThatAreGood(HashAlgorithm hash) {
    assertThat(verdict(draft -> draft.imprintHash = hash)).isEqualTo("ok");
    assertThat(verdict(draft -> draft.digest = hash)).isEqualTo("ok");
  }

  @Test
  void whatIsStampedMustBeTheSignature() {
    Bytes other = new TokenDraft(SIGNER, Bytes.utf8("something else")).response();
    assertThat(verdict(other, WITH_SIGNER)).isEqualTo("time");
  }

  @Test
  void attributesMustBeRight() {
    Made other = stamper("tsa").key(SIGNER.keys()).by(ROOT);
    assertThat(verdict(draft -> draft.named = List.of())).isEqualTo("parse");
    assertThat(verdict(draft -> draft.named = List.of(other))).isEqualTo("signature");
    assertThat(verdict(draft -> draft.named = List.of(SIGNER, other))).isEqualTo("parse");
    assertThat(verdict(draft -> draft.namedFirst = List.of(SIGNER))).isEqualTo("ok");
    assertThat(verdict(draft -> draft.namedFirst = List.of(other))).isEqualTo("signature");
    assertThat(
            verdict(draft -> {
              draft.named = List.of();
              draft.namedFirst = List.of(SIGNER);
            }))
        .isEqualTo("ok");
    assertThat(verdict(draft -> draft.claimedType = Bytes.hex("06092a864886f70d010701")))
        .isEqualTo("signature");
    assertThat(verdict(draft -> draft.contentType = Bytes.hex("06092a864886f70d010701")))
        .isEqualTo("parse");
    assertThat(verdict(draft -> draft.messageDigest = SIGNATURE.sha256())).isEqualTo("signature");
    Bytes again =
        TokenDraft.sequence(
            Bytes.hex("06092a864886f70d010904"),
            Der.encode(Der.SET, Der.encode(Der.OCTET_STRING, SIGNATURE.sha256())));
    assertThat(verdict(draft -> draft.moreAttributes = again)).isEqualTo("parse");
  }

  @Test
  void structureIsStrict() {
    assertThat(verdict(draft -> draft.status = 1)).isEqualTo("ok");
    assertThat(verdict(draft -> draft.status = 2)).isEqualTo("time");
    assertThat(verdict(draft -> draft.signers = 2)).isEqualTo("parse");
    assertThat(verdict(draft -> draft.signers = 0)).isEqualTo("parse");
    assertThat(verdict(draft -> draft.more = Bytes.hex("0500"))).isEqualTo("parse");
    // SHA-1 with ECDSA, and a name that leaves the hash open.
    assertThat(verdict(draft -> draft.algorithm = Bytes.hex("300906072a8648ce3d0401")))
        .isEqualTo("signature");
    assertThat(verdict(draft -> draft.algorithm = Bytes.hex("300906072a8648ce3d0201")))
        .isEqualTo("ok");
    Bytes extension =
        TokenDraft.sequence(Bytes.hex("06032a0304"), Bytes.hex("0101ff"), Bytes.hex("0400"));
    assertThat(verdict(draft -> draft.more = Der.encode(0xa1, extension))).isEqualTo("time");
    Bytes harmless = TokenDraft.sequence(Bytes.hex("06032a0304"), Bytes.hex("0400"));
    assertThat(verdict(draft -> draft.more = Der.encode(0xa1, harmless))).isEqualTo("ok");
    Bytes response = new TokenDraft(SIGNER, SIGNATURE).response();
    assertThat(verdict(response.plus(Bytes.hex("00")), WITH_SIGNER)).isEqualTo("parse");
    assertThat(verdict(Bytes.EMPTY, WITH_SIGNER)).isEqualTo("parse");
    assertThat(verdict(Bytes.of(new byte[(1 << 20) + 1]), WITH_SIGNER)).isEqualTo("limit");
    // The token alone is no answer.
    assertThat(verdict(TokenDraft.sequence(Bytes.hex("3003020100")), WITH_SIGNER))
        .isEqualTo("parse");
  }

  @Test
  void manyEmbeddedCertificatesAreRefused() {
    var draft = new TokenDraft(SIGNER, SIGNATURE);
    for (int i = 0; i < 33; i++) {
      draft.embed(SIGNER);
    }
    assertThat(verdict(draft.response(), WITH_SIGNER)).isEqualTo("limit");
  }

  @Test
  void signersNamedByTheirKey() {
    Made signer =
        stamper("tsa")
            .with(
                Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(new byte[] {1, 2}))
            .by(ROOT);
    var draft = new TokenDraft(signer, SIGNATURE);
    draft.byKeyIdentifier = true;
    assertThat(verdict(draft.response(), List.of(trusted(signer, ROOT)))).isEqualTo("ok");
    assertThat(verdict(draft.response(), WITH_SIGNER)).isEqualTo("chain");
  }

  /// No bit of an answer may change but one: the one between two kinds of good status.
  @Test
  void everyFlippedBitIsRefused() {
    Bytes response = new TokenDraft(SIGNER, SIGNATURE).response();
    var verifier = new TimestampVerifier(new CertificatePaths());
    List<Integer> survived = new ArrayList<>();
    for (int bit = 0; bit < 8 * response.size(); bit++) {
      byte[] changed = response.toArray();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      try {
        TimeProof.Timestamp proof = verifier.verify(Bytes.of(changed), SIGNATURE, WITH_SIGNER);
        assertThat(proof.time()).isEqualTo(NOW);
        survived.add(bit / 8);
      } catch (RefusedException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
    // Granted, and granted with changes.
    assertThat(survived).hasSize(1);
  }

  @Test
  void truncatedAnswersAreRefused() {
    Bytes response = new TokenDraft(SIGNER, SIGNATURE).embed(SIGNER).response();
    for (int size = 0; size < response.size(); size++) {
      assertThat(verdict(response.slice(0, size), WITH_SIGNER)).isEqualTo("parse");
    }
  }
}
