package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Pair;
import java.util.ArrayList;
import java.util.Set;

/// DL3042: pip keeps what it downloads.
public final class DL3042 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3042",
              Level.WARNING,
              "pip keeps what it downloads",
              "A cache that is left in a layer makes the image larger and is never used again",
              "Pass --no-cache-dir, set PIP_NO_CACHE_DIR=1 or mount a cache")
          .fixes()
          .withTriggers();
  private static final String VARIABLE = "PIP_NO_CACHE_DIR";
  private static final Set<String> TRUE =
      Set.of("1", "true", "True", "TRUE", "on", "On", "ON", "yes", "Yes", "YES");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var off = new HandedOn();
    return (instruction, sink) -> {
      switch (instruction) {
        case Instruction.From from -> off.begin(from);
        case Instruction.Env env -> {
          if (switchesOff(env)) {
            off.set();
          }
        }
        case Instruction.Run run -> {
          if (!off.has() && !CacheMounts.cover(run, ".cache/pip")) {
            judge(around, run, sink);
          }
        }
        default -> {}
      }
    };
  }

  private static void judge(Surroundings around, Instruction.Run run, Sink sink) {
    var words = new ArrayList<Argument>();
    for (Command each : around.commands(run).all()) {
      if (caches(each)) {
        Installs.argument(each, "install").ifPresent(words::add);
      }
    }
    if (!words.isEmpty() && !switchesOff(run)) {
      sink.report(
          run,
          words.getFirst().span(),
          INFO.what(),
          Mending.behindAll(run, words, "--no-cache-dir"));
    }
  }

  private static boolean caches(Command command) {
    return PipInstall.test(command)
        && !command.hasArgument("--no-cache-dir")
        && !command.name().contains("pipx")
        && !command.name().contains("pipenv")
        && !(command.name().startsWith("python")
            && (PipInstall.runsModule(command, "pipx")
                || PipInstall.runsModule(command, "pipenv")));
  }

  private static boolean switchesOff(Instruction.Env env) {
    for (Pair each : env.pairs()) {
      if (each.key().unquoted().equals(VARIABLE) && TRUE.contains(each.value().unquoted())) {
        return true;
      }
    }
    return false;
  }

  /// Whether the text of the command sets the variable; only its first place counts.
  private static boolean switchesOff(Instruction.Run run) {
    String text = ScriptText.of(run);
    int at = text.indexOf(VARIABLE + "=");
    if (at < 0) {
      return false;
    }
    int value = at + VARIABLE.length() + 1;
    for (String each : TRUE) {
      if (text.startsWith(each, value)) {
        return true;
      }
    }
    return false;
  }
}
