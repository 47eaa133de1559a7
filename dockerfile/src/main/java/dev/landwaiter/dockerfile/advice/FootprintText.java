package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.base.text.Plain;
import java.util.ArrayList;
import java.util.List;

/// A footprint for people.
public final class FootprintText {
  private final StringBuilder text = new StringBuilder();

  private FootprintText() {}

  public static String of(String file, Footprint footprint) {
    return new FootprintText().write(file, footprint);
  }

  private String write(String file, Footprint footprint) {
    line(file + footprint.language().map(each -> ": a program in " + each).orElse(""));
    section("Stages");
    footprint.stages().forEach(this::stage);
    section("Carried without need in the shipped image");
    if (footprint.carried().isEmpty()) {
      line("  nothing that the file tells");
    }
    footprint
        .carried()
        .forEach(
            each -> line("  line %d: %s (%s)".formatted(each.line(), each.what(), each.why())));
    section("Smaller bases");
    if (footprint.bases().isEmpty()) {
      boolean empty =
          footprint.stages().stream()
              .anyMatch(each -> each.shipped() && each.baseClass() == BaseClass.SCRATCH);
      line(
          footprint.language().isPresent() || empty
              ? "  none: the base is as small as is known for such a program"
              : "  none is known, since the file does not tell what kind of program runs");
    }
    footprint.bases().forEach(this::base);
    footprint.rewrite().ifPresent(this::rewrite);
    if (!footprint.refused().isEmpty()) {
      section("Rewrite");
      line("  none: " + footprint.refused());
    }
    return text.toString();
  }

  private void stage(Footprint.StageView stage) {
    var marks = new ArrayList<String>(List.of(stage.baseClass().id()));
    if (stage.shipped()) {
      marks.add("shipped");
    } else if (!stage.used()) {
      marks.add("not used by the shipped stage");
    }
    line(
        "  line %d: FROM %s%s (%s)"
            .formatted(
                stage.line(),
                stage.base(),
                stage.name().isEmpty() ? "" : " AS " + stage.name(),
                String.join(", ", marks)));
    stage
        .adds()
        .forEach(
            each -> line("    line %d: %s: %s".formatted(each.line(), each.kind(), each.what())));
  }

  private void base(BaseChoice base) {
    line("  %s (%s): %s".formatted(base.image(), base.kind().id(), base.fit().words()));
    base.blockers().forEach(each -> line("    would break: " + each));
    base.changes().forEach(each -> line("    change: " + each));
  }

  private void rewrite(Rewrite rewrite) {
    section(
        switch (rewrite.proof()) {
          case READ -> "Rewrite (unproven: read again without errors, not built)";
          case BUILT -> "Rewrite (proven: it was built, and what it starts is there)";
          case FAILED -> "Rewrite (it was built in vain: do not take it as it is)";
        });
    rewrite.text().lines().forEach(each -> line(each.isBlank() ? "" : "  " + each));
    rewrite.notes().forEach(each -> line("  note: " + each));
  }

  private void section(String title) {
    line("");
    line(title);
  }

  private void line(String words) {
    // What comes from the file must not steer a terminal.
    text.append(Plain.lines(words).replace('\n', '\ufffd')).append('\n');
  }
}
