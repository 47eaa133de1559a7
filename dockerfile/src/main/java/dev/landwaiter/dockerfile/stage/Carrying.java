package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Carries out the instructions of all reached stages, but for running anything.
final class Carrying {
  private static final int MAX_TRIGGERS = 10_000;

  private final BuildInput input;
  private final List<Draft> drafts;
  private final Refusals refusals;
  private final Desk desk;
  private final Map<Integer, List<Step>> steps = new HashMap<>();
  private int triggers;

  Carrying(char escape, BuildInput input, Planning planning, Refusals refusals) {
    this.input = input;
    this.drafts = planning.drafts();
    this.refusals = refusals;
    this.desk =
        new Desk(
            Expander.of(escape),
            Expander.forBodies(),
            new Suggestions(),
            planning.globals(),
            input.arguments(),
            drafts,
            refusals);
  }

  Map<Integer, List<Step>> steps() {
    return steps;
  }

  void carry() {
    for (Draft draft : drafts) {
      begin(draft);
      if (draft.reached) {
        inherit(draft);
        for (Instruction each : draft.instructions) {
          steps.put(each.statement().index(), List.of(Doing.of(desk, draft, each, each)));
        }
      }
    }
  }

  private void begin(Draft draft) {
    switch (draft.base) {
      case Base.Earlier(int index) -> {
        Draft base = drafts.get(index);
        draft.scope = base.scope.child();
        draft.known = base.known;
        draft.shell = base.shell;
        draft.workdirSet = base.workdirSet;
        draft.workdir = base.workdir;
        draft.wanted = base.wanted;
      }
      case Base.Scratch() -> draft.scope = Scope.empty(draft.wanted.windows());
      case Base.Image(String name) -> {
        draft.scope = Scope.empty(draft.wanted.windows());
        Optional<BaseImage> image =
            draft.reached ? input.images().of(name, draft.wanted) : Optional.empty();
        draft.known = image.isPresent();
        image.ifPresent(each -> take(draft, each));
      }
    }
    if (!draft.scope.declared("PATH")) {
      draft.scope.env(-1, "PATH", "", false);
    }
  }

  private static void take(Draft draft, BaseImage image) {
    image.env().forEach((name, value) -> draft.scope.env(-1, name, value, false));
    draft.shell = !image.shell().isEmpty();
    draft.workdir = image.workdir();
    draft.found =
        image
            .platform()
            .filter(each ->
                !each.system().equals(draft.wanted.system())
                    || !each.architecture().equals(draft.wanted.architecture()));
  }

  /// Runs the triggers of the stage it is built from.
  private void inherit(Draft draft) {
    if (!(draft.base instanceof Base.Earlier(int index))) {
      return;
    }
    List<Step> inherited = new ArrayList<>();
    for (Instruction each : drafts.get(index).instructions) {
      if (each instanceof Instruction.Onbuild onbuild) {
        if (++triggers > MAX_TRIGGERS) {
          refusals.at(
              Moment.STEPS, draft.from, "More than " + MAX_TRIGGERS + " triggers would be run");
          return;
        }
        inherited.add(Doing.of(desk, draft, onbuild.trigger(), draft.from));
      }
    }
    if (!inherited.isEmpty()) {
      steps.put(draft.from.statement().index(), inherited);
    }
  }
}
