package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads a Dockerfile as a reviewer does who wants a smaller image (image practice, 7).
public final class Adviser {
  private final Dockerfile file;
  private final Function<String, Dockerfile> reader;
  private final List<Stage> stages;

  private Adviser(Dockerfile file, List<Stage> stages, Function<String, Dockerfile> reader) {
    this.file = file;
    this.stages = stages;
    this.reader = reader;
  }

  /// Says what could be smaller.
  ///
  /// @param commands of a RUN, improved reading
  /// @param reader parses the rewrite, so that none is shown that the builder would refuse
  public static Footprint advise(
      Dockerfile file,
      Function<Instruction.Run, Commands> commands,
      Function<String, Dockerfile> reader) {
    return new Adviser(file, Stages.of(file, commands), reader).advise();
  }

  private Footprint advise() {
    if (stages.isEmpty()) {
      return new Footprint(
          List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), "there is no stage");
    }
    Stage last = stages.getLast();
    Needs needs = Needs.of(last);
    List<Carried> carried = Burden.of(last, needs);
    Set<Integer> used = used();
    Optional<Languages.Spoken> spoken =
        Languages.of(last, stages.stream().filter(each -> used.contains(each.index())).toList());
    List<BaseChoice> bases =
        spoken
            .map(each -> each.language().bases(each.stage(), needs))
            .orElseGet(() -> Bases.slim(last.base()))
            .stream()
            .filter(each -> smaller(each, last))
            .map(each -> Fitting.judge(each, last, needs))
            .toList();
    Optional<Rewrite> rewrite = Optional.empty();
    String refused = "";
    switch (plan(last, needs, carried, spoken)) {
      case Planned.Split split ->
          rewrite = checked(Rewriter.split(file, last, split.plan()), split.plan().notes());
      case Planned.Rebased rebased ->
          rewrite = checked(Rewriter.rebase(file, last, rebased.base(), needs), List.of());
      case Planned.Refused why -> refused = why.reason();
    }
    if (rewrite.isEmpty() && refused.isEmpty()) {
      refused = "the rewritten file could not be read again";
    }
    return new Footprint(
        views(used), spoken.map(each -> each.language().id()), carried, bases, rewrite, refused);
  }

  private Planned plan(
      Stage last, Needs needs, List<Carried> carried, Optional<Languages.Spoken> spoken) {
    BaseClass kind = last.base().classification();
    if (kind == BaseClass.DISTROLESS || kind == BaseClass.STATIC || kind == BaseClass.SCRATCH) {
      return new Planned.Refused("the base is minimal already");
    }
    if (spoken.isEmpty()) {
      return new Planned.Refused("what kind of program runs is not known from the file");
    }
    boolean small = kind == BaseClass.SLIM || kind == BaseClass.ALPINE;
    if (small && carried.isEmpty()) {
      return new Planned.Refused("the base is small already, and nothing is carried without need");
    }
    if (!file.troubles().isEmpty()) {
      return new Planned.Refused("the file has errors: mend those first");
    }
    if (last.parent().isPresent()) {
      return new Planned.Refused("the shipped stage is built on another stage of the file");
    }
    return stages.size() == 1
        ? spoken.get().language().plan(last, needs)
        : rebased(last, needs, spoken.get());
  }

  private static Planned rebased(Stage last, Needs needs, Languages.Spoken spoken) {
    boolean copies =
        last.all(Instruction.Copy.class).stream().anyMatch(each -> each.from().isPresent());
    if (!copies || !last.all(Instruction.Run.class).isEmpty()) {
      return new Planned.Refused("the shipped stage runs commands: move them to an earlier stage");
    }
    if (!spoken.language().compiled()) {
      return new Planned.Refused(
          "only the bases of compiled programs can be changed without looking at the program");
    }
    return spoken.language().bases(spoken.stage(), needs).stream()
        .filter(each -> each.kind() == BaseClass.STATIC || each.kind() == BaseClass.DISTROLESS)
        .filter(each -> each.changes().isEmpty())
        .filter(each -> Fitting.judge(each, last, needs).blockers().isEmpty())
        .findFirst()
        .<Planned>map(each -> new Planned.Rebased(each.image()))
        .orElseGet(() -> new Planned.Refused("no smaller base would do without changes"));
  }

  private Optional<Rewrite> checked(String text, List<String> notes) {
    Dockerfile rewritten = reader.apply(text);
    if (!rewritten.troubles().isEmpty()) {
      return Optional.empty();
    }
    Stage last = Stages.of(rewritten, _ -> Commands.UNREAD).getLast();
    String program = Entry.of(last).program();
    String path = program.contains("/") ? Paths.resolve(Paths.workdir(last), program) : program;
    return Optional.of(new Rewrite(text, notes, path, Rewrite.Proof.READ));
  }

  /// Whether a base is of a smaller kind than the one at hand.
  private static boolean smaller(BaseChoice choice, Stage last) {
    return choice.kind().compareTo(last.base().classification()) > 0;
  }

  private List<Footprint.StageView> views(Set<Integer> used) {
    var views = new ArrayList<Footprint.StageView>();
    for (Stage each : stages) {
      views.add(
          new Footprint.StageView(
              each.from().name().map(Object::toString).orElse(""),
              each.parent().map(Stage::name).orElse(each.base().reference()),
              each.base().classification(),
              each.from().line(),
              each.index() == stages.size() - 1,
              used.contains(each.index()),
              Additions.of(each)));
    }
    return views;
  }

  /// The stages that the last one needs, itself among them.
  private Set<Integer> used() {
    Set<Integer> used = new HashSet<>();
    used.add(stages.size() - 1);
    for (Stage each : stages.reversed()) {
      if (used.contains(each.index())) {
        each.parent().ifPresent(parent -> used.add(parent.index()));
        for (Instruction instruction : each.body()) {
          froms(instruction).forEach(name -> find(name, each.index()).ifPresent(used::add));
        }
      }
    }
    return used;
  }

  private static List<String> froms(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Copy copy -> copy.from().map(each -> each.unquoted()).stream().toList();
      case Instruction.Run run ->
          run.mounts().stream().flatMap(each -> each.field("from").stream()).toList();
      default -> List.of();
    };
  }

  private Optional<Integer> find(String name, int before) {
    return stages.subList(0, before).reversed().stream()
        .filter(each ->
            each.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))
                || Integer.toString(each.index()).equals(name))
        .map(Stage::index)
        .findFirst();
  }
}
