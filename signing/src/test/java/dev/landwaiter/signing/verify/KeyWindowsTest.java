package dev.landwaiter.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.bundle.BundleReader;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.testing.SignedMaterial;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// GHSA-wqqc-jjcq-vfxm: the keys of logs are good in their time only, whatever way leads to them.
class KeyWindowsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");

  /// A key signed, and an entry of a log of version 2 tells no time: a timestamp does, or else the
  /// present counts.
  @CsvSource({
    "svc-v2,2024-01-01T00:00:00Z,,true",
    "svc-v2,2024-01-01T00:00:00Z,2026-11-23T17:00:00Z,true",
    "svc-v2,2024-01-01T00:00:00Z,2026-11-23T16:59:59Z,false",
    "svc-v2,2026-11-23T17:00:01Z,,false",
    "svc-v2-tsa,2024-01-01T00:00:00Z,2026-11-23T16:59:59Z,true",
    "svc-v2-tsa,2024-01-01T00:00:00Z,2026-11-01T00:00:00Z,false",
    "svc-v2-tsa,2026-11-23T16:59:59Z,,false",
  })
  @ParameterizedTest
  void entriesWithoutATimeCountOnlyWhileTheKeyOfTheLogIsGood(
      String file, Instant start, Instant end, boolean good) throws IOException {
    TrustedRoot root = SignedMaterial.root("root-all");
    var window = new Window(Optional.of(start), Optional.ofNullable(end));
    List<LogInstance> logs = new ArrayList<>();
    for (LogInstance each : root.logs()) {
      logs.add(new LogInstance(each.baseUrl(), each.id(), each.key(), window));
    }
    var until =
        new TrustedRoot(
            logs,
            root.certificateLogs(),
            root.certificateAuthorities(),
            root.timestampAuthorities());
    Bytes text = bytes("out/" + file + ".sigstore.json");
    Evidence evidence = BundleReader.read(file, text);
    var key = PublicKeys.pem("key", bytes("keys/empty.pub"));
    Outcome outcome =
        new Verifier(until, NOW)
            .verify(evidence, new Artifact.Blob(bytes("files/blob.txt")), Requirements.key(key));
    if (good) {
      assertThat(BitFlipTest.accepted(outcome).times()).isEmpty();
    } else {
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.refusal().kind()).isEqualTo(FailureClass.LOG));
    }
  }

  /// A key from a file has no period; that is told, for logs of certificates too.
  @Test
  void keysOfCertificateLogsWithoutAPeriodAreTold() throws IOException {
    TrustedRoot root = SignedMaterial.root("root-all");
    List<LogInstance> open = new ArrayList<>();
    for (LogInstance each : root.certificateLogs()) {
      open.add(new LogInstance(each.baseUrl(), each.id(), each.key(), Window.OPEN));
    }
    var pieces =
        new TrustedRoot(
            root.logs(), open, root.certificateAuthorities(), root.timestampAuthorities());
    GoodBundle.Judge judge = GoodBundle.KEYLESS.judge();
    Evidence evidence = GoodBundle.KEYLESS.evidence();
    assertThat(
            BitFlipTest.accepted(
                    new Verifier(pieces, NOW)
                        .verify(evidence, judge.artifact(), judge.requirements()))
                .relaxations())
        .containsExactly(Relaxation.KEY_WITHOUT_WINDOW);
    assertThat(
            BitFlipTest.accepted(
                    new Verifier(pieces, NOW)
                        .verify(
                            evidence,
                            judge.artifact(),
                            judge.requirements().withCertificateLogs(0)))
                .relaxations())
        .containsExactly(Relaxation.SCT_NOT_CHECKED);
  }

  private static Bytes bytes(String name) throws IOException {
    Path file = SignedMaterial.COSIGN.resolve(name);
    return Bytes.of(Files.readAllBytes(file));
  }
}
