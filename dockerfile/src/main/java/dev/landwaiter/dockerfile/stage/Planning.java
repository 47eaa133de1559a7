package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Works out the stages: their images, and what they take from one another.
final class Planning {
  private final BuildInput input;
  private final Refusals refusals;
  private final Expander expander;
  private final Suggestions suggestions = new Suggestions();
  private final List<Instruction.Arg> before = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final Globals globals;

  Planning(Dockerfile file, BuildInput input, Refusals refusals) {
    this.input = input;
    this.refusals = refusals;
    this.expander = Expander.of(file.escape());
    for (Instruction each : file.instructions()) {
      if (each instanceof Instruction.From from) {
        drafts.add(new Draft(drafts.size(), from));
      } else if (!drafts.isEmpty()) {
        drafts.getLast().instructions.add(each);
      } else if (each instanceof Instruction.Arg arg) {
        before.add(arg);
      }
    }
    this.globals = Globals.of(before, expander, input, input.arguments());
  }

  List<Draft> drafts() {
    return drafts;
  }

  Globals globals() {
    return globals;
  }

  void plan() {
    judgeDefaults();
    globals
        .failure()
        .ifPresent(each -> refusals.at(Moment.GLOBALS, each.word().span(), each.reason()));
    for (Draft draft : drafts) {
      from(draft);
      Stage.name(draft.from).ifPresent(name -> names.put(name, draft.index));
    }
    OptionalInt target = target();
    for (Draft draft : drafts) {
      for (Instruction each : draft.instructions) {
        tie(draft, each);
      }
    }
    Circles.find(drafts)
        .ifPresent(each ->
            refusals.at(Moment.TIES, each.by(), "Stages need one another in a circle, here begun"));
    reach(target);
    judgeImages();
  }

  private void judgeDefaults() {
    Globals plain =
        input.arguments().isEmpty() ? globals : Globals.of(before, expander, input, Map.of());
    if (plain.failure().isPresent()) {
      return;
    }
    for (Draft draft : drafts) {
      Expansion image = expander.expand(draft.from.image().text(), plain.scope());
      if (image.error().isPresent()) {
        return;
      }
      draft.defaults = ImageName.valid(image.text());
    }
  }

  private void from(Draft draft) {
    Instruction.From from = draft.from;
    draft.image = expander.expand(from.image().text(), globals.scope());
    undefined(draft, from.image(), draft.image);
    String name = draft.image.text();
    draft.wanted = input.platform();
    Integer earlier = names.get(name);
    if (draft.image.error().isPresent()) {
      refuse(from, from.image(), draft.image.error().get());
      return;
    }
    if (name.isEmpty()) {
      refuse(from, from.image(), "The name of the image is empty after variables were replaced");
      return;
    }
    if (earlier != null) {
      draft.base = new Base.Earlier(earlier);
    } else if (!name.equals("scratch")) {
      draft.base = new Base.Image(name);
    }
    from.platform().ifPresent(word -> platform(draft, word));
    if (!(draft.base instanceof Base.Scratch)) {
      draft.wanted = draft.asked.orElse(input.platform());
    }
  }

  private void platform(Draft draft, Word word) {
    Expansion expansion = expander.expand(word.text(), globals.scope());
    draft.platform = Optional.of(expansion);
    undefined(draft, word, expansion);
    if (expansion.error().isPresent()) {
      refuse(draft.from, word, expansion.error().get());
    } else if (expansion.text().isEmpty()) {
      refuse(draft.from, word, "The platform is empty after variables were replaced");
    } else {
      draft.asked = Platform.read(expansion.text());
      if (draft.asked.isEmpty()) {
        refuse(draft.from, word, "'" + expansion.text() + "' is no platform such as linux/amd64");
      }
    }
  }

  private void refuse(Instruction from, Word word, String message) {
    boolean here = word.span().start().line() == from.line();
    refusals.at(Moment.FROMS, here ? word.span() : from.statement().keyword().span(), message);
  }

  private void undefined(Draft draft, Word word, Expansion expansion) {
    expansion
        .unset()
        .forEach((name, offset) -> {
          if (!globals.declared().contains(name)) {
            draft.undefined.add(
                new Undefined(
                    name,
                    Uses.span(word, offset, name),
                    true,
                    suggestions.near(name, globals.declared())));
          }
        });
  }

  private OptionalInt target() {
    if (input.target().isEmpty() || drafts.isEmpty()) {
      return OptionalInt.empty();
    }
    String wanted = input.target().get();
    Optional<Integer> found = index(wanted).or(() -> named(wanted));
    if (found.isEmpty() || found.get() < 0 || found.get() >= drafts.size()) {
      refusals.unplaced(
          Moment.TIES, drafts.getFirst().from, "There is no stage '" + wanted + "' to build");
      return OptionalInt.empty();
    }
    return OptionalInt.of(found.get());
  }

  private Optional<Integer> named(String name) {
    return Optional.ofNullable(names.get(name.toLowerCase(Locale.ROOT)));
  }

  private static Optional<Integer> index(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (text.length() == start || text.length() > 9) {
      return Optional.empty();
    }
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return Optional.empty();
      }
    }
    return Optional.of(Integer.parseInt(text));
  }

  private void tie(Draft draft, Instruction instruction) {
    if (instruction instanceof Instruction.Copy copy) {
      String from = copy.statement().flag("from").flatMap(Flag::value).orElse("");
      Optional<Integer> index = index(from);
      if (index.isPresent() && (index.get() < 0 || index.get() >= drafts.size())) {
        refusals.unplaced(Moment.TIES, copy, "There is no stage of the number " + from);
      } else if (!from.isEmpty()) {
        index.or(() -> named(from)).ifPresent(stage -> draft.ties.add(new Draft.Tie(stage, copy)));
      }
    } else if (instruction instanceof Instruction.Run run) {
      for (Flag flag : run.statement().flags()) {
        if (flag.name().equals("mount")) {
          named(MountValue.of(flag).from())
              .ifPresent(stage -> draft.ties.add(new Draft.Tie(stage, run)));
        }
      }
    }
  }

  private void reach(OptionalInt target) {
    if (target.isEmpty()) {
      for (Draft each : drafts) {
        each.reached = true;
      }
      return;
    }
    var open = new java.util.ArrayDeque<Integer>();
    open.add(target.getAsInt());
    while (!open.isEmpty()) {
      Draft draft = drafts.get(open.remove());
      if (draft.reached) {
        continue;
      }
      draft.reached = true;
      draft.ties.forEach(each -> open.add(each.stage()));
      if (draft.base instanceof Base.Earlier(int stage)) {
        open.add(stage);
      }
    }
  }

  private void judgeImages() {
    for (Draft draft : drafts) {
      if (draft.base instanceof Base.Image(String name) && !name.isEmpty()) {
        ImageName.problem(name)
            .ifPresent(
                problem -> refusals.at(Moment.IMAGES, draft.from, "'" + name + "': " + problem));
      }
    }
    for (Draft draft : drafts) {
      for (Instruction each : draft.instructions) {
        if (each instanceof Instruction.Copy copy) {
          String from = copy.statement().flag("from").flatMap(Flag::value).orElse("");
          judgeOther(copy, from);
        } else if (each instanceof Instruction.Run run) {
          for (Flag flag : run.statement().flags()) {
            if (flag.name().equals("mount")) {
              judgeOther(run, MountValue.of(flag).from());
            }
          }
        }
      }
    }
  }

  private void judgeOther(Instruction instruction, String from) {
    boolean stage = index(from).isPresent() && instruction instanceof Instruction.Copy;
    if (!from.isEmpty() && !stage && named(from).isEmpty()) {
      ImageName.problem(from)
          .ifPresent(problem ->
              refusals.unplaced(Moment.IMAGES, instruction, "'" + from + "': " + problem));
    }
  }
}
