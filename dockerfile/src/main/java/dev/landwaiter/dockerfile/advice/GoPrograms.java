package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Programs written in Go: one file that needs nothing, where cgo is off.
final class GoPrograms implements Language {
  @Override
  public String id() {
    return "Go";
  }

  @Override
  public boolean compiled() {
    return true;
  }

  @Override
  public boolean speaks(Stage stage) {
    return stage.base().shortName().equals("golang") || stage.runs(GoPrograms::builds);
  }

  @Override
  public List<BaseChoice> bases(Stage stage, Needs needs) {
    var bases =
        new ArrayList<>(
            List.of(
                BaseChoice.of(BaseClass.SCRATCH, Bases.SCRATCH),
                BaseChoice.of(BaseClass.STATIC, Bases.STATIC),
                BaseChoice.of(BaseClass.DISTROLESS, Bases.BASE),
                BaseChoice.of(BaseClass.ALPINE, Bases.ALPINE),
                BaseChoice.of(BaseClass.SLIM, Bases.DEBIAN_SLIM)));
    if (!isStatic(stage)) {
      bases.set(0, bases.get(0).change("CGO_ENABLED=0 in the stage that builds"));
      bases.set(1, bases.get(1).change("CGO_ENABLED=0 in the stage that builds"));
    }
    return bases;
  }

  @Override
  public Planned plan(Stage stage, Needs needs) {
    Optional<Ran> build = stage.firstRun(GoPrograms::builds);
    if (build.isEmpty()) {
      return new Planned.Refused("no `go build` was found");
    }
    Command command = build.get().command();
    Optional<String> output = Outputs.of(command, "-o");
    String path;
    if (output.isPresent()) {
      path = Paths.resolve(Paths.workdir(stage, build.get().run()), output.get());
    } else if (command.hasArgument("install") || needs.entry().program().startsWith("/go/bin/")) {
      path = "/go/bin/" + needs.entry().baseName();
    } else if (needs.entry().program().contains("/")) {
      path = Paths.resolve(Paths.workdir(stage), needs.entry().program());
    } else {
      return new Planned.Refused("`go build` has no `-o`, so the program's name is not known");
    }
    List<String> prepare = isStatic(stage) ? List.of() : List.of("ENV CGO_ENABLED=0");
    return Outputs.plan(stage, needs, path, Bases.STATIC, prepare);
  }

  private static boolean builds(Command command) {
    return command.named("go") && command.hasArgument("build", "install");
  }

  private static boolean isStatic(Stage stage) {
    boolean set =
        stage.all(Instruction.Env.class).stream()
            .flatMap(each -> each.pairs().stream())
            .anyMatch(each ->
                each.key().text().equals("CGO_ENABLED") && each.value().unquoted().equals("0"));
    return set
        || stage.ran().stream()
            .filter(each -> builds(each.command()))
            .anyMatch(
                each -> each.run().statement().arguments().toString().contains("CGO_ENABLED=0"));
  }
}
