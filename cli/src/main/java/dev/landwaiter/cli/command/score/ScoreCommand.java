package dev.landwaiter.cli.command.score;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.ScoreFlags;
import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.policy.score.output.RuleList;
import dev.landwaiter.policy.score.rule.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Scores manifests.
public final class ScoreCommand implements Command {
  @Override
  public String name() {
    return "score";
  }

  @Override
  public String summary() {
    return "Score how well manifests confine their containers, and say what would raise the score";
  }

  @Override
  public String usage() {
    return "[flags] FILE|FOLDER|-...";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("score a manifest", "score deployment.yaml"),
        new Example("score a rendered chart", "score - < rendered.yaml"),
        new Example("let CI fail below 5 points", "score --min-score 5 manifests/"),
        new Example("see the patches that would raise the scores", "score -f patch pod.yaml"),
        new Example(
            "the answer kubesec would give", "score --profile kubesec -f kubesec pod.yaml"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(ScoreFlags.group(SchemaFlags.LOCATION, SchemaFlags.VERSION), GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (invocation.values().flag(ScoreFlags.LIST_RULES)) {
      String list = new RuleList(Rules.of(profile(invocation))).table();
      invocation.world().stdout().write(list.getBytes(StandardCharsets.UTF_8));
      return 0;
    }
    if (invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("name a file, a folder, or - for standard input");
    }
    return ScoreRun.of(invocation).run();
  }

  /// The profile that is asked for.
  static Profile profile(Invocation invocation) throws UsageException {
    return switch (invocation.values().text(ScoreFlags.PROFILE)) {
      case "kubesec" -> Profile.KUBESEC;
      case "kubesec-2.14" -> Profile.KUBESEC_2_14;
      default -> Profile.LANDWAITER;
    };
  }
}
