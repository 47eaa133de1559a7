package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Pair;
import java.util.Locale;

/// DL3064: the name of a variable sounds like a secret.
public final class DL3064 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3064",
              Level.WARNING,
              "The name of a variable sounds like a secret",
              "What ARG and ENV hold can be read in the history and the configuration of the image",
              "Hand the secret to the RUN that needs it with --mount=type=secret")
          .alias("SecretsUsedInArgOrEnv")
          .withTriggers();
  private static final String[] PARTS = {
    "api_key", "client_key", "password", "private", "secret", "token", "username"
  };

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      switch (instruction) {
        case Instruction.Arg arg -> {
          for (Instruction.Argument each : arg.arguments()) {
            if (secret(each.name().unquoted())) {
              sink.report(arg, each.name().span(), INFO.what());
              return;
            }
          }
        }
        case Instruction.Env env -> {
          for (Pair each : env.pairs()) {
            if (secret(each.key().unquoted())) {
              sink.report(env, each.key().span(), INFO.what());
              return;
            }
          }
        }
        default -> {}
      }
    };
  }

  private static boolean secret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String each : PARTS) {
      if (lower.contains(each)) {
        return true;
      }
    }
    return known(lower);
  }

  /// Names of well-known services that hold none of the parts.
  private static boolean known(String lower) {
    return switch (lower) {
      case "application_key",
          "aws_access_key_id",
          "ci_deploy_user",
          "docker_email",
          "facebook_app_id",
          "heroku_api_user",
          "okta_authn_groupid",
          "okta_client_orgurl",
          "okta_oauth2_clientid",
          "stripe_device_name",
          "travis_os_name",
          "travis_secure_env_vars",
          "travis_sudo" ->
          true;
      default -> false;
    };
  }
}
