package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.lint.Command;
import java.util.List;
import java.util.Optional;

/// Programs written in C and C++ that the file compiles itself.
final class CPrograms implements Language {
  @Override
  public String id() {
    return "C";
  }

  @Override
  public boolean compiled() {
    return true;
  }

  @Override
  public boolean speaks(Stage stage) {
    return stage.base().shortName().equals("gcc") || stage.runs(CPrograms::compiles);
  }

  @Override
  public List<BaseChoice> bases(Stage stage, Needs needs) {
    BaseChoice bare = BaseChoice.of(BaseClass.STATIC, Bases.STATIC);
    BaseChoice dynamic = BaseChoice.of(BaseClass.DISTROLESS, dynamic(stage));
    return List.of(
        isStatic(stage) ? bare : bare.change("`-static` in the stage that builds"),
        oldGlibc(stage)
            ? dynamic
            : dynamic.change("its glibc must not be older than the one it is built with"),
        BaseChoice.of(BaseClass.ALPINE, Bases.ALPINE),
        BaseChoice.of(BaseClass.SLIM, Bases.DEBIAN_SLIM));
  }

  @Override
  public Planned plan(Stage stage, Needs needs) {
    Optional<Ran> build = stage.firstRun(each -> compiles(each) && each.hasFlag("o"));
    if (build.isEmpty()) {
      return new Planned.Refused("no compiler call with `-o` was found");
    }
    if (!isStatic(stage) && !oldGlibc(stage)) {
      return new Planned.Refused(
          "the glibc of `%s` may be newer than that of the small base"
              .formatted(stage.base().reference()));
    }
    String path =
        Paths.resolve(
            Paths.workdir(stage, build.get().run()),
            Outputs.of(build.get().command(), "-o").orElse("a.out"));
    return Outputs.plan(
        stage, needs, path, isStatic(stage) ? Bases.STATIC : dynamic(stage), List.of());
  }

  private static boolean compiles(Command command) {
    return command.named("gcc", "g++", "cc", "c++", "clang", "clang++");
  }

  private static boolean isStatic(Stage stage) {
    return stage.runs(each -> compiles(each) && each.hasArgument("-static"));
  }

  /// Debian up to 12 and what is built on it.
  private static boolean oldGlibc(Stage stage) {
    String tag = stage.base().tag();
    return tag.contains("bookworm")
        || tag.contains("bullseye")
        || (stage.base().repository().equals("debian")
            && (tag.startsWith("12") || tag.startsWith("11")))
        || (stage.base().repository().equals("ubuntu")
            && (tag.startsWith("22.04") || tag.startsWith("20.04") || tag.equals("jammy")));
  }

  private static String dynamic(Stage stage) {
    return stage.runs(each -> each.named("g++", "c++", "clang++")) ? Bases.CC : Bases.BASE;
  }
}
