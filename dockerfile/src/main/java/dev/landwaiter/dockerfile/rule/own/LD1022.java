package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Mount;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Images to copy or mount from whose version moves.
public final class LD1022 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1022",
              Level.WARNING,
              "COPY or a mount takes files from the tag latest of an image, or from one without a version",
              "The files are then those of the newest image on the day of the build, so that builds "
                  + "differ and break without a change of the file",
              "Write the tag of a certain version behind the name of the image, or its digest")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    // Also stages that come later: to name one too early is another mistake.
    Set<String> names = new HashSet<>();
    for (Instruction each : around.file().instructions()) {
      if (each instanceof Instruction.From from) {
        from.name().ifPresent(name -> names.add(name.text().toLowerCase(Locale.ROOT)));
      }
    }
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Transfer) {
        Optional<Flag> from = instruction.statement().flag("from");
        String image = from.flatMap(Flag::value).orElse("");
        // Whatever has no colon is told by DL3022.
        if (image.indexOf(':') >= 0) {
          judge(instruction, image, from.orElseThrow().span(), names, sink);
        }
      } else if (instruction instanceof Instruction.Run run) {
        for (Mount each : run.mounts()) {
          judge(run, each.field("from").orElse(""), each.span(), names, sink);
        }
      }
    };
  }

  private static void judge(Instruction at, String text, Span span, Set<String> names, Sink sink) {
    if (text.isEmpty()
        || text.indexOf('$') >= 0
        || text.equals("scratch")
        || text.chars().allMatch(each -> each >= '0' && each <= '9')
        || names.contains(text.toLowerCase(Locale.ROOT))) {
      return;
    }
    ImageName image = ImageName.of(text);
    boolean moves = image.tag().isEmpty() || image.tag().equals("latest");
    if (moves && image.digest().isEmpty()) {
      sink.report(
          at,
          span,
          image.tag().isEmpty()
              ? "Say which version of %s is meant".formatted(Shown.of(text))
              : "The tag latest of %s moves; name a certain version".formatted(Shown.of(text)));
    }
  }
}
