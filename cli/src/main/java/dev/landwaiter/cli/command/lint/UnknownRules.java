package dev.landwaiter.cli.command.lint;

import dev.landwaiter.cli.command.Log;
import dev.landwaiter.cli.flag.Nearest;
import dev.landwaiter.dockerfile.config.Configuration;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.run.Profile;
import java.util.Set;
import java.util.TreeSet;

/// Tells which rules are configured that do not exist: a slip of the pen would ignore nothing.
final class UnknownRules {
  private UnknownRules() {}

  static void tell(Configuration configuration, Log log) {
    Set<String> named = new TreeSet<>(configuration.ignored());
    named.addAll(configuration.levels().keySet());
    named.removeIf(UnknownRules::isShellChecks);
    if (named.isEmpty()) {
      return;
    }
    Set<String> known = new TreeSet<>(RuleTexts.of(Profile.FULL).byId().keySet());
    known.addAll(RuleTexts.of(Profile.CLASSIC).byId().keySet());
    known.addAll(RuleTexts.of(Profile.BUILDER).byId().keySet());
    known.add(Linted.UNREADABLE);
    named.removeAll(known);
    for (String each : named) {
      String nearest = Nearest.to(each, known);
      log.warn("there is no rule " + each + hint(nearest));
    }
  }

  private static String hint(String nearest) {
    return nearest.isEmpty() ? ", so that nothing comes of it" : ", did you mean " + nearest + "?";
  }

  private static boolean isShellChecks(String id) {
    return id.length() == 6
        && id.startsWith("SC")
        && id.chars().skip(2).allMatch(each -> each >= '0' && each <= '9');
  }
}
