package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;
import java.util.Optional;

/// DL4000: MAINTAINER is no longer in use.
public final class DL4000 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL4000",
              Level.ERROR,
              "MAINTAINER is no longer in use",
              "It is not a label, so tools that read labels do not see it",
              "Set the label org.opencontainers.image.authors")
          .alias("MaintainerDeprecated");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Maintainer maintainer) {
        sink.report(
            maintainer,
            maintainer.statement().keyword().span(),
            INFO.what(),
            Optional.of(asLabel(maintainer)));
      }
    };
  }

  private static Fix asLabel(Instruction.Maintainer maintainer) {
    String name = maintainer.name().text();
    if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
      name = name.substring(1, name.length() - 1);
    }
    var label = new StringBuilder("LABEL org.opencontainers.image.authors=\"");
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if (c == '"' || c == '\\' || c == '$') {
        label.append('\\');
      }
      label.append(c);
    }
    return new Fix(
        "Write the name as a label",
        true,
        List.of(new Edit(maintainer.statement().span(), label.append('"').toString())));
  }
}
