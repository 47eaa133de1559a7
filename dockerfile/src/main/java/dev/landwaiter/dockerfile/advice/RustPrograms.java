package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.lint.Command;
import java.util.List;
import java.util.Optional;

/// Programs written in Rust: one file that needs glibc, or nothing where it is built for musl.
final class RustPrograms implements Language {
  @Override
  public String id() {
    return "Rust";
  }

  @Override
  public boolean compiled() {
    return true;
  }

  @Override
  public boolean speaks(Stage stage) {
    return stage.base().shortName().equals("rust") || stage.runs(RustPrograms::builds);
  }

  @Override
  public List<BaseChoice> bases(Stage stage, Needs needs) {
    BaseChoice bare = BaseChoice.of(BaseClass.STATIC, Bases.STATIC);
    return List.of(
        isStatic(stage) ? bare : bare.change("a target for musl in the stage that builds"),
        BaseChoice.of(BaseClass.DISTROLESS, Bases.CC),
        BaseChoice.of(BaseClass.ALPINE, Bases.ALPINE),
        BaseChoice.of(BaseClass.SLIM, Bases.DEBIAN_SLIM));
  }

  @Override
  public Planned plan(Stage stage, Needs needs) {
    Optional<Ran> build = stage.firstRun(RustPrograms::builds);
    if (build.isEmpty()) {
      return new Planned.Refused("no `cargo build` was found");
    }
    Command command = build.get().command();
    String name = needs.entry().baseName();
    String path;
    if (command.hasArgument("install")) {
      path = "/usr/local/cargo/bin/" + name;
    } else {
      String target = Outputs.of(command, "--target").map(each -> each + "/").orElse("");
      String kind = command.hasFlag("release", "r") ? "release" : "debug";
      path =
          Paths.resolve(
              Paths.workdir(stage, build.get().run()), "target/" + target + kind + "/" + name);
    }
    return Outputs.plan(stage, needs, path, isStatic(stage) ? Bases.STATIC : Bases.CC, List.of());
  }

  private static boolean builds(Command command) {
    return command.named("cargo") && command.hasArgument("build", "install");
  }

  private static boolean isStatic(Stage stage) {
    return stage.runs(each ->
        each.named("cargo") && each.arguments().stream().anyMatch(a -> a.text().contains("-musl")));
  }
}
