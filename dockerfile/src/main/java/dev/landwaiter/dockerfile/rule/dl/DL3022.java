package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;

/// COPY from a stage that does not exist.
public final class DL3022 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3022",
          Level.WARNING,
          "COPY --from names a stage that was not defined before",
          "The builder then looks for an image of that name on a registry, which is rarely what was meant",
          "Give the stage that name with FROM ... AS, or write the tag of the image that is meant");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var stages = new StageNames();
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.From from) {
        stages.add(from);
      } else if (instruction instanceof Instruction.Copy copy) {
        copy.from()
            .filter(each -> !isKnown(each, stages, around.classic()))
            .ifPresent(each ->
                sink.report(
                    copy,
                    each.span(),
                    each.text().indexOf('/') < 0
                        ? "No stage before this line has the name " + Shown.of(each.text())
                        : "No version of the image " + Shown.of(each.text()) + " is named"));
      }
    };
  }

  private static boolean isKnown(Word from, StageNames stages, boolean classic) {
    return from.unquoted().indexOf(':') >= 0
        || (classic ? stages.has(from.text()) : stages.hasAnyCase(from.unquoted()))
        || isIndex(from.text(), stages.count());
  }

  /// Whether the text begins with the number of a stage so far.
  private static boolean isIndex(String text, int count) {
    int digits = 0;
    long value = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      value = Math.min(Integer.MAX_VALUE, 10 * value + text.charAt(digits) - '0');
      digits++;
    }
    return digits > 0 && value < count;
  }
}
