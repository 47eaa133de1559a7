package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Pair;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;
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
          var names = new ArrayList<Word>(0);
          for (Instruction.Argument each : arg.arguments()) {
            if (secret(each.name().unquoted())) {
              names.add(each.name());
              each.value().ifPresent(value -> hide(value, sink));
            }
          }
          report(arg, names, sink);
        }
        case Instruction.Env env -> {
          var names = new ArrayList<Word>(0);
          for (Pair each : env.pairs()) {
            if (secret(each.key().unquoted())) {
              names.add(each.key());
              hide(each.value(), sink);
            }
          }
          report(env, names, sink);
        }
        default -> {}
      }
    };
  }

  @Override
  public boolean hidesSecrets() {
    return true;
  }

  private static void report(Instruction at, List<Word> names, Sink sink) {
    if (!names.isEmpty()) {
      sink.report(at, names.getFirst().span(), INFO.what());
    }
  }

  private static void hide(Word value, Sink sink) {
    if (value.text().indexOf('$') < 0) {
      sink.hide(value.span());
    }
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
