package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;

/// DL3049: a label that is asked for is missing.
public final class DL3049 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3049",
          Level.INFO,
          "A label that is asked for is missing",
          "Those who rely on the label cannot find or judge the image",
          "Set the label with LABEL in this stage");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var judges = new ArrayList<RequiredLabel>();
    around.settings().labels().keySet().forEach(each -> judges.add(new RequiredLabel(each)));
    return new Judge() {
      @Override
      public void see(Instruction instruction, Sink sink) {
        judges.forEach(each -> each.see(instruction, sink));
      }

      @Override
      public void end(Sink sink) {
        judges.forEach(each -> each.end(sink));
      }
    };
  }
}
