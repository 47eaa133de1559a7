package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.Locale;

/// Private keys and stored credentials that are copied into the image.
public final class LD1004 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1004",
              Level.ERROR,
              "A private key or a file of credentials is copied into the image",
              "Everybody who can pull the image can read the file, also when a later instruction"
                  + " removes it",
              "Leave it out and mount it: --mount=type=secret or --mount=type=ssh while building, a"
                  + " volume or secret when the container runs")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (!(instruction instanceof Instruction.Transfer copy)
          || (copy instanceof Instruction.Copy it && it.from().isPresent())) {
        return;
      }
      for (Word each : copy.sources()) {
        if (isSecret(each.unquoted(), copy.target().unquoted())) {
          sink.report(copy, each.span(), Shown.of(each.unquoted()) + " holds a key or credentials");
        }
      }
    };
  }

  private static boolean isSecret(String source, String target) {
    if (source.contains("://")) {
      return false;
    }
    String name = Look.baseName(source).toLowerCase(Locale.ROOT);
    return switch (name) {
      case "id_rsa",
          "id_dsa",
          "id_ecdsa",
          "id_ed25519",
          ".ssh",
          ".aws",
          ".gnupg",
          ".kube",
          ".netrc",
          "_netrc",
          ".pypirc",
          ".git-credentials",
          ".pgpass",
          ".vault-token",
          ".dockercfg",
          ".dockerconfigjson",
          "kubeconfig",
          "credentials.json",
          "client_secret.json",
          "service-account.json",
          "serviceaccount.json",
          "privkey.pem",
          "private.pem" ->
          true;
      case "credentials" -> source.contains(".aws");
      case "config.json" -> source.contains(".docker/");
      case "config" -> source.contains(".kube/");
      default -> isKey(name, target);
    };
  }

  private static boolean isKey(String name, String target) {
    if (name.endsWith(".p12") || name.endsWith(".pfx") || name.endsWith(".kdbx")) {
      return !name.contains("trust");
    }
    if (name.endsWith("key.pem") || name.endsWith("_rsa") || name.endsWith(".ppk")) {
      return !name.contains("pub");
    }
    // Keys of package archives are public ones.
    return name.endsWith(".key")
        && !name.startsWith("*")
        && !target.contains("apt")
        && !target.contains("gpg")
        && !target.contains("keyring")
        && !hasAny(name, "pub", "sign", "gpg", "pgp", "repo", "apt", "archive", "release", "rpm");
  }

  private static boolean hasAny(String text, String... parts) {
    for (String each : parts) {
      if (text.contains(each)) {
        return true;
      }
    }
    return false;
  }
}
