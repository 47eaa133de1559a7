package dev.landwaiter.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.bundle.Evidence;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A mistake of ours over one signature is a refusal of that one, never a pass or the end of all.
class OwnMistakeTest {
  @Test
  void refusesTheOneSignatureAndJudgesTheNext() throws Exception {
    GoodBundle.Judge judge = GoodBundle.KEY.judge();
    VerificationKey good = ((Requirements.Signer.Key) judge.requirements().signer()).key();
    Requirements asked =
        judge.requirements().withWanted(new Requirements.Wanted.Signature()).withLogs(0);
    Evidence evidence = GoodBundle.KEY.evidence();
    for (Throwable mistake :
        List.of(new IllegalStateException("of ours"), new StackOverflowError())) {
      var broken = new VerificationKey(new BrokenKey(mistake), good.spki(), good.details());
      Outcome outcome =
          judge.verifier().verify(evidence, judge.artifact(), signedBy(asked, broken));
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> {
                assertThat(refused.refusal().kind()).isEqualTo(FailureClass.PARSE);
                assertThat(refused.refusal().message()).contains("mistake in Landwaiter");
                assertThat(refused.origin()).isEqualTo(evidence.origin());
              });
    }
    var once =
        new VerificationKey(
            new BrokenKey(new IllegalStateException()), good.spki(), good.details());
    Verdicts verdicts =
        judge
            .verifier()
            .verifyAny(List.of(evidence, evidence), judge.artifact(), signedBy(asked, once));
    assertThat(verdicts.outcomes()).hasSize(2);
    assertThat(verdicts.accepted()).isEmpty();
  }

  private static Requirements signedBy(Requirements asked, VerificationKey key) {
    return new Requirements(
        new Requirements.Signer.Key(key, Window.OPEN),
        asked.logs(),
        asked.timestamps(),
        asked.certificateLogs(),
        asked.wanted(),
        asked.annotations(),
        asked.relaxations());
  }

  /// A key that no provider expects.
  private record BrokenKey(Throwable mistake) implements RSAPublicKey {
    @Override
    public BigInteger getModulus() {
      if (mistake instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) mistake;
    }

    @Override
    public BigInteger getPublicExponent() {
      return BigInteger.ONE;
    }

    @Override
    public String getAlgorithm() {
      return "RSA";
    }

    @Override
    public String getFormat() {
      return "none";
    }

    @Override
    public byte[] getEncoded() {
      return new byte[0];
    }
  }
}
