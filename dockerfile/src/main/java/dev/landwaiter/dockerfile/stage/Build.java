package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Trouble;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the builder makes of a file before it runs anything (reference: 7 and 8).
///
/// It never gives up: what is wrong becomes a [Refusal], and all else is worked out as far as it
/// can be.
public final class Build {
  private final BuildInput input;
  private final CheckOptions options;
  private final Globals globals;
  private final List<Draft> drafts;
  private final List<Stage> stages;
  private final List<Refusal> refusals;
  private final Map<Integer, List<Step>> steps;

  private Build(
      BuildInput input,
      CheckOptions options,
      Planning planning,
      List<Refusal> refusals,
      Map<Integer, List<Step>> steps) {
    this.input = input;
    this.options = options;
    this.globals = planning.globals();
    this.drafts = planning.drafts();
    this.stages = drafts.stream().map(Draft::stage).toList();
    this.refusals = List.copyOf(refusals);
    this.steps = steps;
  }

  /// Works a file out.
  public static Build of(Dockerfile file, BuildInput input) {
    var refusals = new Refusals();
    CheckOptions options = CheckOptions.of(file, input);
    options
        .problem()
        .ifPresent(problem -> refusals.unplaced(Moment.OPTIONS, Refusals.top(file), problem));
    var planning = new Planning(file, input, refusals);
    planning.plan();
    var carrying = new Carrying(file.escape(), input, planning, refusals);
    carrying.carry();
    return new Build(input, options, planning, refusals.all(), carrying.steps());
  }

  public BuildInput input() {
    return input;
  }

  /// Which checks the file, or the build argument in its place, asks for.
  public CheckOptions options() {
    return options;
  }

  public List<Stage> stages() {
    return stages;
  }

  /// The stage an instruction stands in.
  public Optional<Stage> stage(Instruction instruction) {
    return draft(instruction).map(each -> stages.get(each.index));
  }

  private Optional<Draft> draft(Instruction instruction) {
    int index = instruction.statement().index();
    int low = 0;
    int high = drafts.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (drafts.get(middle).from.statement().index() <= index) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high < 0 ? Optional.empty() : Optional.of(drafts.get(high));
  }

  /// What is carried out for an instruction: itself, where its stage is reached; for FROM the
  /// triggers of the stage it builds on.
  public List<Step> steps(Instruction at) {
    return steps.getOrDefault(at.statement().index(), List.of());
  }

  /// Why the builder refuses the file beyond what reading it already told, in its order: it only
  /// says the first.
  public List<Refusal> refusals() {
    return refusals;
  }

  public List<Trouble> troubles() {
    return refusals.stream().map(Refusal::trouble).toList();
  }

  /// The value of a variable before an instruction, where every build has the same by default: from
  /// ENV and from defaults of ARG (reference: 7.4).
  public Optional<String> constant(Instruction at, String name) {
    return draft(at).flatMap(each -> each.scope.constant(name, at.statement().index()));
  }

  /// The value of a variable before the first FROM.
  public Optional<String> global(String name) {
    return globals.scope().get(name);
  }
}
