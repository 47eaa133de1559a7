package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ClusterPolicyFlags;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.CertificatePaths;
import dev.landwaiter.signing.notation.online.OnlineRevocation;
import dev.landwaiter.signing.notation.policy.TrustPolicy;
import dev.landwaiter.signing.notation.policy.TrustStores;
import dev.landwaiter.signing.notation.verify.NotationVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whom signatures of the Notary Project are trusted from, as flags and the user's own
/// configuration say.
record NotationSetup(Invocation invocation) {
  private static final String STORE = "truststore";

  NotationVerifier verifier() throws UsageException {
    return new NotationVerifier(
        new TrustStores(folder()),
        new CertificatePaths(),
        new OnlineRevocation(SigningNetwork.of(invocation)));
  }

  /// The folder that holds `truststore`; that folder itself may be named too.
  private Path folder() throws UsageException {
    Map<String, String> environment = invocation.world().environment();
    String named = invocation.values().text(ClusterPolicyFlags.TRUST_STORE);
    if (!named.isEmpty()) {
      Path folder = CosignCommand.path(invocation, named).toAbsolutePath().normalize();
      Path parent = folder.getParent();
      return parent != null && folder.endsWith(STORE) ? parent : folder;
    }
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    String home = environment.getOrDefault("HOME", "");
    if (config.isEmpty() && home.isEmpty()) {
      throw new UsageException("where is the trust store? add --trust-store FOLDER");
    }
    return (config.isEmpty()
            ? CosignCommand.path(invocation, home).resolve(".config")
            : CosignCommand.path(invocation, config))
        .resolve("notation");
  }

  /// The trust policy that is given, else the one in the folder.
  ///
  /// @throws RefusedException with POLICY for a broken one, with TRUST_ROOT when there is none
  TrustPolicy policy(TrustPolicy.Kind kind) throws UsageException, IOException {
    String given = invocation.values().text(ClusterPolicyFlags.TRUST_POLICY);
    if (!given.isEmpty()) {
      return TrustPolicy.read(given, kind, FileText.read(invocation, "--trust-policy", given));
    }
    List<String> names =
        kind == TrustPolicy.Kind.IMAGE ? TrustPolicy.IMAGE_FILES : List.of(TrustPolicy.BLOB_FILE);
    for (String each : names) {
      Path file = folder().resolve(each);
      if (Files.isRegularFile(file)) {
        return TrustPolicy.read(
            each, kind, FileText.read(invocation, "the trust policy", file.toString()));
      }
    }
    throw new RefusedException(
        FailureClass.TRUST_ROOT,
        "there is no trust policy %s in %s; add --trust-policy FILE"
            .formatted(String.join(" or ", names), folder()));
  }

  /// What the signer must have written.
  Map<String, String> metadata() throws UsageException {
    Values values = invocation.values();
    Map<String, String> all = new LinkedHashMap<>();
    for (String each : values.repeated(ClusterPolicyFlags.USER_METADATA)) {
      int equals = each.indexOf('=');
      if (equals <= 0 || all.put(each.substring(0, equals), each.substring(equals + 1)) != null) {
        throw new UsageException("--user-metadata wants KEY=VALUE, each key once: '" + each + "'");
      }
    }
    return all;
  }
}
