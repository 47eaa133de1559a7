package dev.landwaiter.signing.verify;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.SignatureFile;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Recorded bundles of every form that are good, with what makes them so.
enum GoodBundle {
  KEY("blob-empty", "", 0, 0),
  KEY_V1("svc-v1", "", 1, 0),
  KEY_V1_STAMPED("svc-v1-tsa", "", 1, 1),
  KEYLESS("kl-full", "alice", 1, 0),
  KEYLESS_V2("kl-full-v2-tsa", "alice", 1, 1),
  KEYLESS_STAMPED("kl-full-tsa", "alice", 1, 1),
  ATTESTED("ab-slsaprovenance1", "", 0, 0),
  ATTESTED_V1("ab-svc-v1", "", 1, 0),
  ATTESTED_KEYLESS("ab-kl-full-v2-tsa", "github", 1, 1),
  LEGACY_V1("old-v1.bundle", "", 1, 0),
  LEGACY_KEYLESS("ca-kl-old.bundle", "alice", 1, 0),
  ATTESTED_LEGACY("ab-old-log.bundle", "", 1, 0);

  private static final Identity ALICE =
      new Identity("alice@example.test", "", "https://issuer.test", "", Map.of());
  private static final Identity GITHUB =
      new Identity(
          "https://github.test/org/app/.github/workflows/release.yml@refs/heads/main",
          "",
          "https://token.actions.github.test",
          "",
          Map.of());

  private final String file;
  private final String identity;
  private final int logs;
  private final int timestamps;

  GoodBundle(String file, String identity, int logs, int timestamps) {
    this.file = file;
    this.identity = identity;
    this.logs = logs;
    this.timestamps = timestamps;
  }

  Bytes text() throws IOException {
    return bytes("out/" + file + (file.endsWith(".bundle") ? "" : ".sigstore.json"));
  }

  Value json() throws IOException {
    try {
      return Json.parse(file, text().toArray());
    } catch (FormatException e) {
      throw new IOException(e);
    }
  }

  Evidence evidence() throws IOException {
    return SignatureFile.read(file, text(), Set.of());
  }

  /// Judges texts instead of the bundle; made once for many.
  Judge judge() throws IOException {
    Requirements.Signer signer =
        switch (identity) {
          case "alice" -> new Requirements.Signer.Identities(List.of(ALICE));
          case "github" -> new Requirements.Signer.Identities(List.of(GITHUB));
          default ->
              new Requirements.Signer.Key(
                  PublicKeys.pem("key", bytes("keys/empty.pub")), Window.OPEN);
        };
    boolean attested = name().startsWith("ATTESTED");
    var requirements =
        new Requirements(
            signer,
            logs,
            timestamps,
            1,
            attested
                ? new Requirements.Wanted.Attestation(
                    Set.of(
                        this == ATTESTED_LEGACY
                            ? "https://example.test/own"
                            : "https://slsa.dev/provenance/v1"))
                : new Requirements.Wanted.Signature(),
            Map.of(),
            Set.of());
    return new Judge(
        new Verifier(
            TrustedRootReader.read("root", bytes("trust/root-all.json")),
            Instant.parse("2026-11-23T17:00:00Z")),
        new Artifact.Blob(bytes(this == LEGACY_V1 ? "files/blob2.txt" : "files/blob.txt")),
        requirements);
  }

  record Judge(Verifier verifier, Artifact artifact, Requirements requirements) {
    Outcome judge(Bytes text) {
      try {
        return judge(SignatureFile.read("bundle", text, Set.of()));
      } catch (RefusedException e) {
        return new Outcome.Refused("bundle", Evidence.Form.BUNDLE_0_3, e.refusal());
      }
    }

    Outcome judge(Evidence evidence) {
      return verifier.verify(evidence, artifact, requirements);
    }
  }

  private static Bytes bytes(String name) throws IOException {
    return Bytes.of(Files.readAllBytes(Shared.path("conformance/cosign/" + name)));
  }
}
