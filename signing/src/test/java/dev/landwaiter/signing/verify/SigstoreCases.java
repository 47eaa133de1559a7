package dev.landwaiter.signing.verify;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.bundle.BundleReader;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The cases of the Sigstore conformance suite, verified as its rules say.
final class SigstoreCases {
  private static final String SUBJECT =
      "https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/"
          + "workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main";
  private static final String ISSUER = "https://token.actions.githubusercontent.com";
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  static final Path FOLDER = Shared.path("conformance/sigstore/assets/bundle-verify");

  private SigstoreCases() {}

  static Outcome verify(String name) throws IOException {
    Path folder = FOLDER.resolve(name);
    try {
      Evidence evidence =
          BundleReader.read("the bundle", bytes(folder.resolve("bundle.sigstore.json")));
      Path given = folder.resolve("artifact");
      Path artifact = Files.exists(given) ? given : FOLDER.resolve("a.txt");
      TrustedRoot root =
          Files.exists(folder.resolve("trusted_root.json"))
              ? root(folder.resolve("trusted_root.json"))
              : publicGood();
      return Verifier.verify(
          evidence, new Artifact.Blob(bytes(artifact)), requirements(folder, evidence), root, NOW);
    } catch (RefusedException e) {
      return new Outcome.Refused(name, Evidence.Form.BUNDLE_0_3, e.refusal());
    }
  }

  private static Requirements requirements(Path folder, Evidence evidence) throws IOException {
    Requirements.Signer signer =
        Files.exists(folder.resolve("key.pub"))
            ? new Requirements.Signer.Key(
                PublicKeys.pem("key.pub", bytes(folder.resolve("key.pub"))), Window.OPEN)
            : new Requirements.Signer.Identities(
                List.of(
                    new Identity(
                        text(folder.resolve("identity"), SUBJECT),
                        "",
                        text(folder.resolve("issuer"), ISSUER),
                        "",
                        Map.of())));
    boolean statement = evidence.signed() instanceof Evidence.Signed.Dsse;
    return new Requirements(
        signer,
        1,
        // For certificates the suite wants timestamps that are there to be judged.
        evidence.timestamps().isEmpty() || signer instanceof Requirements.Signer.Key ? 0 : 1,
        1,
        statement
            ? new Requirements.Wanted.Attestation(Set.of())
            : new Requirements.Wanted.Signature(),
        Map.of(),
        Set.of());
  }

  private static TrustedRoot root(Path file) throws IOException {
    return TrustedRootReader.read(file.getFileName().toString(), bytes(file));
  }

  /// The public instance, put together from two cases that hold the two halves of it.
  static TrustedRoot publicGood() throws IOException {
    TrustedRoot most = root(FOLDER.resolve("invalid-ct-key_fail/trusted_root.json"));
    TrustedRoot certificateLogs =
        root(FOLDER.resolve("trust-root-tlog-validity-end-inclusive/trusted_root.json"));
    return new TrustedRoot(
        most.logs(),
        certificateLogs.certificateLogs(),
        most.certificateAuthorities(),
        most.timestampAuthorities());
  }

  private static Bytes bytes(Path file) throws IOException {
    return Bytes.of(Files.readAllBytes(file));
  }

  private static String text(Path file, String otherwise) throws IOException {
    return Files.exists(file) ? Files.readString(file).strip() : otherwise;
  }
}
