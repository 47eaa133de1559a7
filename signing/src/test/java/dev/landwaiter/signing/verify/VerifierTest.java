package dev.landwaiter.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.TimeProof;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.testing.SignedMaterial;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifierTest {
  private static FailureClass kind(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).refusal().kind();
  }

  @ParameterizedTest
  @EnumSource(GoodBundle.class)
  void goodOnesTellWhatWasProven(GoodBundle bundle) throws Exception {
    GoodBundle.Judge judge = bundle.judge();
    Verified<Claim> good = BitFlipTest.accepted(judge.judge(bundle.evidence()));
    Requirements asked = judge.requirements();
    assertThat(good.entries()).hasSize(asked.logs());
    assertThat(good.relaxations().contains(Relaxation.LOG_NOT_CHECKED))
        .isEqualTo(asked.logs() == 0);
    long stamps = good.times().stream().filter(each -> each instanceof TimeProof.Timestamp).count();
    assertThat(stamps).isEqualTo(asked.timestamps());
    assertThat(good.signer() instanceof SignedBy.Key)
        .isEqualTo(asked.signer() instanceof Requirements.Signer.Key);
    if (good.signer() instanceof SignedBy.Certificate certificate) {
      assertThat(certificate.names()).hasSize(1);
      assertThat(certificate.issuer()).startsWith("https://");
      assertThat(certificate.authority()).isEqualTo("http://127.0.0.1:5514/fulcio");
      assertThat(good.times()).isNotEmpty();
    }
    if (!good.entries().isEmpty()) {
      assertThat(good.entries().getFirst().logUrl()).startsWith("http://127.0.0.1:5514/");
    }
    boolean statement = bundle.name().startsWith("ATTESTED");
    assertThat(good.claim() instanceof Claim.Attested).isEqualTo(statement);
    assertThat(good.payload().isEmpty()).isNotEqualTo(statement);
    assertThat(good.form())
        .isEqualTo(
            bundle.name().contains("LEGACY") ? Evidence.Form.LEGACY : Evidence.Form.BUNDLE_0_3);
  }

  @ParameterizedTest
  @EnumSource(GoodBundle.class)
  void anEmptyRootTrustsOnlyTheKey(GoodBundle bundle) throws Exception {
    GoodBundle.Judge judge = bundle.judge();
    Outcome outcome =
        Verifier.verify(
            bundle.evidence(),
            judge.artifact(),
            judge.requirements(),
            TrustedRoot.NOTHING,
            Instant.EPOCH);
    if (judge.requirements().logs() == 0) {
      BitFlipTest.accepted(outcome);
    } else {
      assertThat(kind(outcome)).isEqualTo(FailureClass.TRUST_ROOT);
    }
  }

  @Test
  void refusesQuestionsThatAskForNobody() throws Exception {
    GoodBundle.Judge judge = GoodBundle.KEYLESS.judge();
    for (List<Identity> any :
        List.<List<Identity>>of(
            List.of(),
            List.of(new Identity("", "", "https://issuer.test", "", Map.of())),
            List.of(new Identity("alice@example.test", "", "", "", Map.of())))) {
      Outcome outcome =
          judge
              .verifier()
              .verify(
                  GoodBundle.KEYLESS.evidence(), judge.artifact(), Requirements.identities(any));
      assertThat(kind(outcome)).isEqualTo(FailureClass.USAGE);
    }
    assertThat(
            kind(
                judge
                    .verifier()
                    .verify(
                        GoodBundle.KEYLESS.evidence(),
                        judge.artifact(),
                        judge.requirements().withLogs(-1))))
        .isEqualTo(FailureClass.USAGE);
  }

  /// A certificate without log and timestamp is judged now: for ten minutes it is good.
  @Test
  void withoutProofOfTimeThePresentCounts() throws Exception {
    GoodBundle.Judge judge = GoodBundle.KEYLESS.judge();
    Requirements asked = judge.requirements().withLogs(0);
    Verified<Claim> good =
        BitFlipTest.accepted(
            new Verifier(SignedMaterial.root("root-all"), Instant.parse("2026-11-23T16:55:00Z"))
                .verify(GoodBundle.KEYLESS.evidence(), judge.artifact(), asked));
    assertThat(good.relaxations())
        .containsExactlyInAnyOrder(Relaxation.LOG_NOT_CHECKED, Relaxation.CURRENT_TIME);
    assertThat(good.times()).hasOnlyElementsOfType(TimeProof.Now.class);
    Outcome late =
        new Verifier(SignedMaterial.root("root-all"), Instant.parse("2026-11-23T17:30:00Z"))
            .verify(GoodBundle.KEYLESS.evidence(), judge.artifact(), asked);
    assertThat(kind(late)).isEqualTo(FailureClass.TIME);
  }

  @Test
  void anyStatementCountsOnlyWhenAskedFor() throws Exception {
    GoodBundle.Judge judge = GoodBundle.ATTESTED.judge();
    Requirements asked = judge.requirements().withWanted(new Requirements.Wanted.Signature());
    Evidence evidence = GoodBundle.ATTESTED.evidence();
    assertThat(kind(judge.verifier().verify(evidence, judge.artifact(), asked)))
        .isEqualTo(FailureClass.PREDICATE);
    Verified<Claim> good =
        BitFlipTest.accepted(
            judge
                .verifier()
                .verify(
                    evidence,
                    judge.artifact(),
                    asked.withRelaxations(Set.of(Relaxation.ANY_PREDICATE))));
    assertThat(good.relaxations()).contains(Relaxation.ANY_PREDICATE);
  }

  @Test
  void statementsAboutNothingKnownNeedARelaxation() throws Exception {
    GoodBundle.Judge judge = GoodBundle.ATTESTED.judge();
    var nothing = new Artifact.Digests(Map.of());
    Evidence evidence = GoodBundle.ATTESTED.evidence();
    assertThat(kind(judge.verifier().verify(evidence, nothing, judge.requirements())))
        .isEqualTo(FailureClass.SUBJECT);
    Requirements relaxed =
        judge.requirements().withRelaxations(Set.of(Relaxation.CLAIMS_NOT_CHECKED));
    assertThat(
            BitFlipTest.accepted(judge.verifier().verify(evidence, nothing, relaxed)).relaxations())
        .contains(Relaxation.CLAIMS_NOT_CHECKED);
    assertThat(kind(judge.verifier().verify(GoodBundle.KEY.evidence(), nothing, relaxed)))
        .isEqualTo(FailureClass.SUBJECT);
  }

  /// One good candidate is enough; the others stay with their reasons, in their order.
  @Test
  void oneGoodCandidateIsEnough() throws Exception {
    GoodBundle.Judge judge = GoodBundle.KEY_V1.judge();
    Verdicts verdicts =
        judge
            .verifier()
            .verifyAny(
                List.of(
                    GoodBundle.KEYLESS.evidence(),
                    GoodBundle.KEY_V1.evidence(),
                    GoodBundle.KEY.evidence(),
                    GoodBundle.KEY_V1_STAMPED.evidence(),
                    GoodBundle.ATTESTED_V1.evidence()),
                judge.artifact(),
                judge.requirements());
    assertThat(verdicts.outcomes().stream().map(each -> each instanceof Outcome.Accepted))
        .containsExactly(false, true, false, true, false);
    assertThat(verdicts.refused().stream().map(each -> each.refusal().kind()))
        .containsExactly(FailureClass.IDENTITY, FailureClass.LOG, FailureClass.PREDICATE);
    assertThat(verdicts.accepted()).hasSize(2);
    assertThat(verdicts.distinctSigners()).isEqualTo(1);
  }
}
