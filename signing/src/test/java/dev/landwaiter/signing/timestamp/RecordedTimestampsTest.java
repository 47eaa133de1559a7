package dev.landwaiter.signing.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.TimeProof;
import dev.landwaiter.signing.certificate.CertificatePaths;
import dev.landwaiter.signing.testing.SignedMaterial;
import dev.landwaiter.signing.trust.Authority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Timestamps in bundles of other programs.
class RecordedTimestampsTest {
  private static String verdict(Bytes response, Bytes signature, List<Authority> authorities) {
    try {
      TimeProof.Timestamp proof =
          new TimestampVerifier(new CertificatePaths()).verify(response, signature, authorities);
      assertThat(proof.authority()).isEqualTo(authorities.getFirst().uri());
      return "ok";
    } catch (RefusedException e) {
      assertThat(e.getMessage()).isNotBlank();
      return e.kind().id();
    }
  }

  private static List<String> verdicts(Path bundle, List<Authority> authorities)
      throws IOException {
    SignedMaterial.Bundle read = SignedMaterial.bundle(bundle);
    List<String> all = new ArrayList<>();
    for (Bytes each : read.timestamps()) {
      all.add(verdict(each, read.signature(), authorities));
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "out/kl-full-tsa, root-all, ok",
    "out/kl-full-v2-tsa, root-all, ok",
    "out/svc-v2-tsa, root-all, ok",
    "out/ab-kl-full-v2-tsa, root-all, ok",
    "out/kl-f-tsa-embed, root-all, ok",
    "out/kl-f-tsa-old, root-all, ok",
    "out/kl-f-tsa-future, root-all, ok",
    "out/kl-f-tsa-badimprint, root-all, time",
    "out/kl-f-tsa-other, root-all, chain",
    "out/kl-f-tsa-other-embed, root-all, chain",
    "out/kl-f-tsa-other, root-othertsa, ok",
    "out/kl-f-tsa-other-embed, root-othertsa, ok",
    "out/kl-f-tsa-expired, root-all, chain",
    "out/kl-f-tsa-expired, root-tsaexp, time",
    "out/kl-f-tsa-wrongeku, root-all, chain",
    "out/kl-f-tsa-wrongeku, root-tsaeku, chain",
    "out/kl-f-tsa-wrongeku-embed, root-all, chain",
    "out/kl-f-tsa-wrongeku-embed, root-tsaeku, chain",
    "out/kl-full-tsa, root-othertsa, chain",
    "out/kl-full-tsa, root-tsaended, time",
    "out/kl-full-tsa, root-notsa, trust-root",
    "bundles/kltsa-ts-bit, root-all, signature",
    "bundles/kltsa-ts-garbage, root-all, parse",
    "bundles/kltsa-ts-other, root-all, time",
    "bundles/kltsa-ts-twice, root-all, ok ok",
    "bundles/kltsa-ts-two-onebad, root-all, ok ok",
    "bundles/klv2-ts-bit, root-all, signature",
    "bundles/klv2-ts-other, root-all, time",
  })
  void recordedByCosign(String bundle, String root, String verdicts) throws IOException {
    assertThat(
            verdicts(
                SignedMaterial.COSIGN.resolve(bundle + ".sigstore.json"),
                SignedMaterial.root(root).timestampAuthorities()))
        .containsExactly(verdicts.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "rekor2-timestamp-with-embedded-cert, ok",
    "rekor2-timestamp-without-embedded-cert, ok",
    "rekor2-timestamp-with-expired-cert-chain, ok",
    "rekor2-happy-path, ok",
    "rekor2-dsse-happy-path, ok",
    "trust-root-tsa-validity-end-inclusive, ok",
    "intoto-with-custom-trust-root, ok",
    "intoto-tsa-timestamp-outside-cert-validity_fail, ok",
    "rekor2-timestamp-with-incorrect-time_fail, ok",
    "rekor2-timestamp-outside-trust-root-tsa-validity_fail, time",
    "rekor2-timestamp-outside-tsa-cert-validity_fail, time",
    "rekor2-timestamp-payload-mismatch_fail, time",
    "rekor2-timestamp-untrusted-tsa-with-embedded-cert_fail, chain",
    "rekor2-timestamp-untrusted-tsa-without-embedded-cert_fail, chain",
  })
  void assetsOfSigstore(String name, String verdict) throws IOException {
    Path folder = SignedMaterial.ASSETS.resolve(name);
    assertThat(
            verdicts(
                folder.resolve("bundle.sigstore.json"),
                SignedMaterial.root(folder.resolve("trusted_root.json")).timestampAuthorities()))
        .containsExactly(verdict);
  }

  /// Every other bundle of cosign: with the root of its run, all timestamps are right or refused
  /// with a class.
  @Test
  void everyRecordedTimestampIsJudged() throws IOException {
    List<Authority> authorities = SignedMaterial.root("root-all").timestampAuthorities();
    int count = 0;
    try (Stream<Path> files = Files.list(SignedMaterial.COSIGN.resolve("out"))) {
      for (Path each : files.filter(file -> file.toString().endsWith(".sigstore.json")).toList()) {
        boolean faulty = each.getFileName().toString().contains("-f-");
        for (String verdict : faulty ? List.<String>of() : verdicts(each, authorities)) {
          assertThat(verdict).as(each.toString()).isEqualTo("ok");
          count++;
        }
      }
    }
    assertThat(count).isGreaterThan(10);
  }
}
