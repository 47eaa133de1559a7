package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Keywords in different cases.
public final class ConsistentInstructionCasing implements Rule {
  private static final String ID = "ConsistentInstructionCasing";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            ID,
            Level.WARNING,
            "The keywords of the file are not all in the same case",
            "Mixed spelling makes a file harder to read",
            "Write all keywords in capitals, or all in small letters")
        .fixes();
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.all(around, ID, new Casing());
  }

  /// Counts first and reports when all were seen.
  private static final class Casing implements Judge {
    private final List<Instruction> seen = new ArrayList<>();
    private boolean staged;
    private int upper;
    private int lower;

    @Override
    public void see(Instruction instruction, Sink sink) {
      staged |= instruction instanceof Instruction.From;
      if (!staged) {
        return;
      }
      String keyword = instruction.statement().keyword().text();
      boolean up = keyword.equals(keyword.toUpperCase(Locale.ROOT));
      boolean down = keyword.equals(keyword.toLowerCase(Locale.ROOT));
      upper += up ? 1 : 0;
      lower += down ? 1 : 0;
      seen.add(instruction);
    }

    @Override
    public void end(Sink sink) {
      boolean small = lower > upper;
      for (Instruction each : seen) {
        Word keyword = each.statement().keyword();
        String wanted =
            small
                ? keyword.text().toLowerCase(Locale.ROOT)
                : keyword.text().toUpperCase(Locale.ROOT);
        if (!keyword.text().equals(wanted)) {
          sink.report(
              each,
              keyword.span(),
              "'"
                  + keyword
                  + "' is not in "
                  + (small ? "small letters" : "capitals")
                  + " as others",
              Fixes.word("The keyword is written as others are", keyword, wanted));
        }
      }
    }
  }
}
