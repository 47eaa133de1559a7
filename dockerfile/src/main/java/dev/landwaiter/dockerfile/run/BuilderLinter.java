package dev.landwaiter.dockerfile.run;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Settings;
import dev.landwaiter.dockerfile.rule.all.BuilderRules;
import dev.landwaiter.dockerfile.stage.Build;
import dev.landwaiter.dockerfile.stage.BuildInput;
import dev.landwaiter.dockerfile.stage.Moment;
import dev.landwaiter.dockerfile.stage.Refusal;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Trouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Judges a file as the builder does when it is asked to check it: its own rules alone, and nothing
/// more behind what makes it give up.
public final class BuilderLinter {
  private static final CommandView NO_COMMANDS =
      new CommandView() {
        @Override
        public Commands commands(Instruction.Run run, Supplier<Build> build) {
          return Commands.UNREAD;
        }

        @Override
        public Commands commands(MappedText text) {
          return Commands.UNREAD;
        }
      };

  /// What came of it.
  ///
  /// @param findings by line and rule
  /// @param failure why the builder gives up
  public record Outcome(List<Finding> findings, Optional<Trouble> failure) {
    public Outcome {
      findings = List.copyOf(findings);
    }
  }

  private BuilderLinter() {}

  /// Judges one file.
  ///
  /// @param ignoreFile the text of the build context's ignore file
  public static Outcome lint(Dockerfile file, BuildInput input, Optional<String> ignoreFile) {
    var around =
        new FileSurroundings(file, Settings.NONE, Profile.BUILDER, NO_COMMANDS, ignoreFile, input);
    Build build = around.build();
    Optional<Refusal> refusal = first(file, build);
    var findings = new ArrayList<Finding>();
    for (Rule each : BuilderRules.ALL) {
      var judging = new Judging(seen(each.info().id(), file, refusal));
      judging.judge(each, each.info(), around);
      findings.addAll(judging.findings());
    }
    findings.sort(Comparator.comparingInt(Finding::line).thenComparing(Finding::id));
    Optional<Trouble> failure = refusal.map(Refusal::trouble);
    if (failure.isEmpty() && build.options().error() && !findings.isEmpty()) {
      failure = Optional.of(violated(findings));
    }
    return new Outcome(findings, failure);
  }

  private static Optional<Refusal> first(Dockerfile file, Build build) {
    Optional<Refusal> options =
        build.refusals().stream().filter(each -> each.moment() == Moment.OPTIONS).findFirst();
    if (options.isPresent() || file.troubles().isEmpty()) {
      return options.or(() -> build.refusals().stream().findFirst());
    }
    Trouble trouble = file.troubles().getFirst();
    boolean lines = trouble.phase() != Trouble.Phase.INSTRUCTIONS;
    return Optional.of(new Refusal(lines ? Moment.OPTIONS : Moment.INSTRUCTIONS, trouble));
  }

  /// The instructions a rule comes to before the builder gives up.
  private static List<Instruction> seen(String rule, Dockerfile file, Optional<Refusal> refusal) {
    int order = refusal.map(each -> moment(rule).compareTo(each.moment())).orElse(-1);
    if (order > 0) {
      return List.of();
    }
    int last = refusal.map(each -> each.trouble().builderLine()).orElse(0);
    return order < 0 || last == 0
        ? file.instructions()
        : file.instructions().stream().filter(each -> each.line() <= last).toList();
  }

  private static Moment moment(String rule) {
    return switch (rule) {
      case "NoEmptyContinuation" -> Moment.LINES;
      case "StageNameCasing",
          "FromAsCasing",
          "MaintainerDeprecated",
          "InvalidDefinitionDescription" ->
          Moment.INSTRUCTIONS;
      case "DuplicateStageName", "ReservedStageName" -> Moment.NAMES;
      case "ConsistentInstructionCasing" -> Moment.CASING;
      case "InvalidDefaultArgInFrom" -> Moment.DEFAULTS;
      case "UndefinedArgInFrom", "RedundantTargetPlatform", "FromPlatformFlagConstDisallowed" ->
          Moment.FROMS;
      case "InvalidBaseImagePlatform" -> Moment.IMAGES;
      default -> Moment.STEPS;
    };
  }

  private static Trouble violated(List<Finding> findings) {
    List<String> names = findings.stream().map(Finding::id).distinct().sorted().toList();
    return new Trouble(
        Trouble.Phase.BUILD,
        new Span(Position.START, Position.START),
        "The file says that checks must not find anything, and these did: "
            + String.join(", ", names),
        "",
        0);
  }
}
