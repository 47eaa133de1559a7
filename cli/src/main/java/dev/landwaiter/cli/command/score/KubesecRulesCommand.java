package dev.landwaiter.cli.command.score;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.policy.score.output.RuleList;
import dev.landwaiter.policy.score.rule.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `kubesec print-rules` (kubernetes.md 5.6).
public final class KubesecRulesCommand implements Command {
  private static final Flag FORMAT =
      Flag.text("format", "form of the list: json, yaml or table").shorthand("f").standard("json");

  @Override
  public String name() {
    return "print-rules";
  }

  @Override
  public String summary() {
    return "List the rules";
  }

  @Override
  public String usage() {
    return "[flags]";
  }

  @Override
  public boolean takesGlobalFlags() {
    return false;
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(new FlagGroup("Flags", FORMAT, GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    String format = invocation.values().text(FORMAT);
    var rules = new RuleList(Rules.of(Profile.KUBESEC));
    String text =
        switch (format) {
          case "json" -> rules.json();
          case "yaml" -> rules.yaml();
          case "table" -> rules.table();
          default -> "";
        };
    if (text.isEmpty()) {
      // Spelled as scripts know it.
      text = "Unkown printing format: " + format + "\n";
    }
    invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
    return text.startsWith("Unkown") ? invocation.dialect().errorCode() : 0;
  }
}
