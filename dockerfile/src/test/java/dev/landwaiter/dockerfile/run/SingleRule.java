package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.classic.ClassicReader;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Settings;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.stage.BuildInput;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;
import java.util.Optional;

/// Lets one rule judge a file, whatever its level is.
public final class SingleRule {
  private SingleRule() {}

  public static List<Finding> find(
      Rule rule,
      String text,
      boolean classic,
      Settings settings,
      Optional<String> ignoreFile,
      BuildInput input) {
    Profile profile = classic ? Profile.CLASSIC : Profile.FULL;
    Dockerfile file = new Parser().parse(text);
    List<Instruction> instructions =
        classic ? ClassicReader.read(file).instructions() : file.instructions();
    var around =
        new FileSurroundings(file, settings, profile, Views.of(profile, file), ignoreFile, input);
    var judging = new Judging(instructions);
    judging.judge(rule, rule.info(), around);
    if (rule.info().triggers()) {
      judging.judgeTriggers(rule, rule.info(), around);
    }
    return judging.findings();
  }
}
