package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;

/// A secret by its name in ARG or ENV.
public final class SecretsUsedInArgOrEnv implements Rule {
  private static final String ID = "SecretsUsedInArgOrEnv";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            ID,
            Level.WARNING,
            "A name that stands for a secret is set by ARG or ENV",
            "Both stay readable in the image and its history",
            "Use RUN --mount=type=secret")
        .alias("DL3064");
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.steps(
        around,
        ID,
        (step, sink) -> {
          boolean arg = step.instruction() instanceof Instruction.Arg;
          if (arg || step.instruction() instanceof Instruction.Env) {
            for (int i = 0; i < step.words().size(); i++) {
              Word each = step.words().get(i);
              if (SecretNames.secret(each.text())
                  && (around.classic()
                      || !SecretNames.fingerprint(each.text(), value(step.instruction(), i)))) {
                sink.report(
                    step.at(),
                    each.span(),
                    (arg ? "ARG" : "ENV")
                        + " keeps '"
                        + Shown.of(each.text())
                        + "' readable in the image, use a secret mount");
              }
            }
          }
        });
  }

  private static String value(Instruction instruction, int index) {
    return switch (instruction) {
      case Instruction.Env env -> env.pairs().get(index).value().unquoted();
      case Instruction.Arg arg -> arg.arguments().get(index).value().map(Word::unquoted).orElse("");
      default -> "";
    };
  }
}
