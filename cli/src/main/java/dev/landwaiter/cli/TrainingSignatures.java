package dev.landwaiter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Command lines that make a pair of keys, sign a file and verify it, as people and scripts do.
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
      List.of(
          List.of("cosign", "generate-key-pair"),
          List.of("cosign", "public-key", "--key", "cosign.key"),
          List.of(
              "cosign",
              "sign-blob",
              "--yes",
              "--key",
              "cosign.key",
              "--signing-config",
              "services.json",
              "--bundle",
              "signed.json",
              "input.json"),
          cosign(),
          cosign(),
          VERIFY,
          List.of("cosign", "verify", "--help"));

  private TrainingSignatures() {}

  private static List<String> cosign() {
    var words = new ArrayList<String>(List.of("cosign"));
    words.addAll(VERIFY);
    return List.copyOf(words);
  }

  /// A signing config that names no service.
  static void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("services.json"),
        "{\"mediaType\":\"application/vnd.dev.sigstore.signingconfig.v0.2+json\","
            + "\"rekorTlogConfig\":{},\"tsaConfig\":{}}");
  }
}
