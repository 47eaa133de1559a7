package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Pair;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;

/// DL3044: a variable is used in the instruction that sets it.
public final class DL3044 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3044",
          Level.ERROR,
          "A variable is used in the instruction that sets it",
          "Values of one ENV are worked out before any of them is set, so the variable is still empty",
          "Set the variable in an ENV of its own, before the one that uses it");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var known = new HashSet<String>();
    return (instruction, sink) -> {
      switch (instruction) {
        case Instruction.Arg arg -> arg.arguments().forEach(each -> known.add(each.name().text()));
        case Instruction.Env env -> {
          judge(env, known, sink);
          env.pairs().forEach(each -> known.add(each.key().unquoted()));
        }
        default -> {}
      }
    };
  }

  private static void judge(Instruction.Env env, Set<String> known, Sink sink) {
    var places = new HashMap<String, Integer>();
    for (Pair each : env.pairs()) {
      String name = each.key().unquoted();
      if (!known.contains(name)) {
        places.merge(name, 1, Integer::sum);
      }
    }
    if (places.isEmpty() || env.pairs().size() == 1) {
      return;
    }
    for (Pair each : env.pairs()) {
      String own = each.key().unquoted();
      for (String used : Variables.in(each.value().text())) {
        int others = places.getOrDefault(used, 0) - (used.equals(own) ? 1 : 0);
        if (others > 0) {
          sink.report(env, each.value().span(), INFO.what());
          return;
        }
      }
    }
  }
}
