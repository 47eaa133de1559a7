package dev.landwaiter.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.InclusionProof;
import dev.landwaiter.signing.bundle.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// No bit of a good bundle may change without it being refused, except those that nothing covers;
/// and then the verdict stays the same.
///
/// What nothing covers, by path:
/// - `mediaType`, among versions whose rules the bundle fulfils
/// - `verificationMaterial.publicKey.hint` and `dsseEnvelope.signatures[0].keyid`
/// - of entries of Rekor v2: `integratedTime` within the certificate's validity, and
///   `inclusionProof.logIndex`, `rootHash` and `treeSize`, which the checkpoint tells better
/// - of entries without a promise: `integratedTime`, likewise
/// - the status in the answer of a timestamp authority, from 0 (granted) to 1 (with modifications)
/// - of legacy bundles: the claimed public key when it is gone altogether, and an envelope's text
///   around its payload, type and signature
/// - names of members and white space, as far as both spellings of protocol buffers allow
class BitFlipTest {
  /// Every bit when asked for; else every 29th, which still meets each place within a byte.
  private static final int STEP = Boolean.getBoolean("landwaiter.thorough") ? 1 : 29;

  /// The last bit of a timestamp answer's status, in the ninth byte: granted, or granted with
  /// modifications.
  private static final String STATUS = "timestamp bit 64";

  @ParameterizedTest
  @EnumSource(GoodBundle.class)
  void noBitMayChange(GoodBundle bundle) throws Exception {
    GoodBundle.Judge judge = bundle.judge();
    Bytes text = bundle.text();
    Evidence original = covered(bundle.evidence());
    Verified<Claim> good = accepted(judge.judge(text));
    byte[] bytes = text.toArray();
    int refused = 0;
    for (int bit = 0; bit < bytes.length * 8; bit += STEP) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      if (judge.judge(Bytes.of(bytes)) instanceof Outcome.Accepted(Verified<Claim> still)) {
        assertThat(covered(still.evidence())).as("bit %d of %s", bit, bundle).isEqualTo(original);
        same(good, still);
      } else {
        refused++;
      }
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
    assertThat(refused).isGreaterThan(bytes.length * 8 / STEP * 9 / 10);
  }

  /// The same below the encodings: each bit of each signed, proven or signing thing.
  @ParameterizedTest
  @EnumSource(GoodBundle.class)
  void noDecodedBitMayChange(GoodBundle bundle) throws Exception {
    GoodBundle.Judge judge = bundle.judge();
    Verified<Claim> good = accepted(judge.judge(bundle.evidence()));
    List<String> still = new ArrayList<>();
    for (EvidenceSlots.Slot slot : EvidenceSlots.of(bundle.evidence())) {
      byte[] bytes = slot.bytes().toArray();
      for (int bit = 0; bit < bytes.length * 8; bit += STEP) {
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        Evidence changed = slot.with().apply(Bytes.of(bytes));
        if (judge.judge(changed) instanceof Outcome.Accepted(Verified<Claim> accepted)) {
          still.add(slot.name() + " bit " + bit);
          same(good, accepted);
        }
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
      }
    }
    assertThat(still).isSubsetOf(STATUS);
  }

  static Verified<Claim> accepted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted) outcome).verified();
  }

  static void same(Verified<Claim> good, Verified<Claim> still) {
    assertThat(still.signer()).isEqualTo(good.signer());
    assertThat(still.payload()).isEqualTo(good.payload());
    assertThat(still.claim()).isEqualTo(good.claim());
    assertThat(still.times()).isEqualTo(good.times());
  }

  /// The evidence without what nothing covers.
  private static Evidence covered(Evidence evidence) {
    Evidence.Signer signer =
        evidence.signer() instanceof Evidence.Signer.Certificate certificate
            ? certificate
            : new Evidence.Signer.Key("");
    Evidence.Signed signed = evidence.signed();
    if (signed instanceof Evidence.Signed.Dsse(Envelope envelope, Bytes ignored)) {
      List<Envelope.Signature> signatures =
          List.of(new Envelope.Signature(envelope.signatures().getFirst().sig(), ""));
      signed =
          new Evidence.Signed.Dsse(
              new Envelope(envelope.payload(), envelope.payloadType(), signatures), Bytes.EMPTY);
    }
    List<LogEntry> entries = new ArrayList<>();
    evidence.entries().forEach(each -> entries.add(covered(each)));
    return new Evidence(
        "",
        Evidence.Form.BUNDLE_0_3,
        signer,
        signed,
        evidence.signature(),
        entries,
        evidence.timestamps(),
        evidence.certificateTimestamp());
  }

  private static LogEntry covered(LogEntry entry) {
    boolean tiles = entry.version().equals("0.0.2") && entry.kind().equals("hashedrekord");
    Optional<InclusionProof> proof = entry.proof();
    if (tiles) {
      proof =
          proof.map(
              each -> new InclusionProof(0, Bytes.EMPTY, 0, each.hashes(), each.checkpoint()));
    }
    return new LogEntry(
        entry.logIndex(),
        entry.logId(),
        entry.kind(),
        entry.version(),
        entry.promise().isPresent() ? entry.integratedTime() : 0,
        entry.promise(),
        proof,
        entry.body());
  }
}
