package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// Images of very many layers.
public final class LD1042 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1042",
          Level.STYLE,
          "The final stage adds more than 40 layers",
          "Each layer costs time when the image is pulled and unpacked, and files "
              + "changed in several of them are stored several times",
          "Join RUN instructions that belong together, and copy finished trees from a "
              + "stage of their own");

  private static final int MOST = 40;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atLastStage(around, LD1042::judge);
  }

  private static void judge(Outline.Stage stage, Sink sink) {
    int layers = 0;
    for (Instruction each : stage.history()) {
      if (each instanceof Instruction.Run || each instanceof Instruction.Transfer) {
        layers++;
      }
    }
    if (layers > MOST) {
      sink.report(
          stage.from(),
          stage.from().image().span(),
          "The final stage adds " + layers + " layers, more than " + MOST);
    }
  }
}
