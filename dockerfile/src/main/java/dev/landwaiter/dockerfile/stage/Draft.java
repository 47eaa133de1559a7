package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A stage while it is worked out.
final class Draft {
  /// That a stage takes something from another one.
  record Tie(int stage, Instruction by) {}

  final int index;
  final Instruction.From from;
  final List<Instruction> instructions = new ArrayList<>();
  final List<Tie> ties = new ArrayList<>();
  final List<Undefined> undefined = new ArrayList<>();
  Expansion image = Expansion.plain("");
  Optional<Expansion> platform = Optional.empty();
  Optional<Platform> asked = Optional.empty();
  Base base = new Base.Scratch();
  boolean defaults = true;
  boolean reached;

  /// What instructions leave behind.
  Optional<Platform> found = Optional.empty();

  Platform wanted = Platform.LINUX;
  Scope scope = Scope.empty(false);
  boolean known = true;
  boolean shell;
  boolean workdirSet;
  String workdir = "";

  Draft(int index, Instruction.From from) {
    this.index = index;
    this.from = from;
  }

  String title() {
    return Stage.name(from).orElse("stage-" + index);
  }

  Stage stage() {
    return new Stage(
        index,
        from,
        image,
        platform,
        base,
        undefined,
        defaults,
        found,
        wanted,
        instructions,
        reached);
  }
}
