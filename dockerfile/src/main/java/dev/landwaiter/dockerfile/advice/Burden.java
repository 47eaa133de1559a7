package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the final image holds without need.
final class Burden {
  private Burden() {}

  static List<Carried> of(Stage last, Needs needs) {
    var carried = new ArrayList<Carried>();
    boolean builds = false;
    for (Optional<Stage> at = Optional.of(last); at.isPresent(); at = at.get().parent()) {
      Stage stage = at.get();
      for (Ran ran : stage.ran()) {
        builds |= Builds.is(ran.command());
        Install.of(ran.command()).ifPresent(install -> packages(install, ran, needs, carried));
      }
    }
    if (builds) {
      if (last.base().classification() == BaseClass.LANGUAGE) {
        carried.add(
            new Carried(
                "compilers of " + last.base().reference(),
                "the program is built in the stage that is shipped",
                last.from().line()));
      }
      last.all(Instruction.Copy.class).stream()
          .filter(each -> each.from().isEmpty())
          .findFirst()
          .ifPresent(each ->
              carried.add(
                  new Carried("the sources", "only what is built from them runs", each.line())));
    }
    return carried;
  }

  private static void packages(Install install, Ran ran, Needs needs, List<Carried> carried) {
    List<String> builders =
        install.ofSystem()
            ? install.names().stream().filter(BuildTools::builds).toList()
            : List.of();
    if (!builders.isEmpty()) {
      carried.add(
          new Carried(String.join(" ", builders), "needed to build, not to run", ran.run().line()));
    }
    List<String> tools =
        install.ofSystem()
            ? install.names().stream()
                .filter(BuildTools::assists)
                .filter(each -> !needs.probe().equals(Optional.of(each)))
                .filter(each -> !needs.entry().baseName().equals(each))
                .toList()
            : List.of();
    if (!tools.isEmpty()) {
      carried.add(
          new Carried(
              String.join(" ", tools),
              "a tool for people and builds; an intruder finds it useful too",
              ran.run().line()));
    }
  }
}
