package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Pair;

/// DL3048: the key of a label is not well formed.
public final class DL3048 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3048",
          Level.STYLE,
          "The key of a label is not well formed",
          "Keys begin with a small letter and end in one or in a digit, hold only small letters, digits, dots, dashes, underscores and slashes, and some prefixes belong to others",
          "Write the key in that way, best with the reversed name of a domain of yours before it");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Label label) {
        for (Pair each : label.pairs()) {
          if (!wellFormed(each.key().unquoted())) {
            sink.report(label, each.key().span(), INFO.what());
            return;
          }
        }
      }
    };
  }

  private static boolean wellFormed(String key) {
    if (key.isEmpty() || !isLetter(key.charAt(0))) {
      return false;
    }
    char last = key.charAt(key.length() - 1);
    if (!isLetter(last) && !isDigit(last)) {
      return false;
    }
    for (int at = 0; at < key.length(); at++) {
      char c = key.charAt(at);
      if (!isLetter(c) && !isDigit(c) && ".-_/".indexOf(c) < 0) {
        return false;
      }
    }
    return !key.contains("..")
        && !key.contains("--")
        && !key.startsWith("com.docker.")
        && !key.startsWith("io.docker.")
        && !key.startsWith("org.dockerproject.");
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
