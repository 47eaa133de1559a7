package dev.landwaiter.cli;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.bundle.BundleWriter;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.key.LocalKey;
import dev.landwaiter.signing.key.PublicKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Command lines that verify a file, as people and scripts do.
final class TrainingSignatures {
  private static final List<String> VERIFY =
      List.of(
          "verify-blob",
          "--key",
          "cosign.pub",
          "--insecure-ignore-tlog",
          "--bundle",
          "signed.json",
          "input.json");

  static final List<List<String>> LINES =
      List.of(cosign(), cosign(), VERIFY, List.of("cosign", "verify", "--help"));

  private TrainingSignatures() {}

  private static List<String> cosign() {
    var words = new ArrayList<String>(List.of("cosign"));
    words.addAll(VERIFY);
    return List.copyOf(words);
  }

  /// A key pair's public half, and a bundle by the other half over the file of the runs. Opening a
  /// private key is not trained: its library would be loaded at each start.
  static void write(Path folder, SecureRandom secrets) throws IOException {
    LocalKey key = LocalKey.generate(secrets);
    VerificationKey half = key.publicKey();
    Bytes file = Bytes.of(Files.readAllBytes(folder.resolve("input.json")));
    var digest = new Evidence.ClaimedDigest("SHA2_256", file.sha256());
    var signed =
        new Evidence(
            "training",
            Evidence.Form.BUNDLE_0_3,
            new Evidence.Signer.Key(half.id().toBase64()),
            new Evidence.Signed.Artifact(Optional.of(digest)),
            key.sign(file.toArray(), half.details()),
            List.of(),
            List.of(),
            Optional.empty());
    Files.writeString(folder.resolve("cosign.pub"), PublicKeys.text(half));
    Files.write(folder.resolve("signed.json"), BundleWriter.write(signed).toArray());
  }
}
