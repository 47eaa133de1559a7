package dev.landwaiter.dockerfile.advice;

import java.util.List;
import java.util.Optional;

/// All languages, those that compile to one file first.
final class Languages {
  static final List<Language> ALL =
      List.of(
          new GoPrograms(),
          new RustPrograms(),
          new JavaPrograms(),
          new NodePrograms(),
          new PythonPrograms(),
          new OtherPrograms(
              "Ruby",
              "ruby",
              "ruby",
              List.of(
                  new OtherPrograms.Variant(BaseClass.ALPINE, "alpine"),
                  new OtherPrograms.Variant(BaseClass.SLIM, "slim"))),
          new OtherPrograms(
              "PHP", "php", "php", List.of(new OtherPrograms.Variant(BaseClass.ALPINE, "alpine"))),
          new OtherPrograms(
              ".NET",
              "aspnet",
              "mcr.microsoft.com/dotnet/aspnet",
              List.of(
                  new OtherPrograms.Variant(BaseClass.DISTROLESS, "noble-chiseled"),
                  new OtherPrograms.Variant(BaseClass.ALPINE, "alpine"))),
          new OtherPrograms(
              "nginx",
              "nginx",
              "nginx",
              List.of(new OtherPrograms.Variant(BaseClass.ALPINE, "alpine-slim"))),
          new CPrograms());

  private Languages() {}

  /// A language, and the stage that tells it.
  record Spoken(Language language, Stage stage) {}

  /// The language of a stage, and where it tells none that of a stage it needs.
  ///
  /// @param others the stages it needs, in file order
  static Optional<Spoken> of(Stage last, List<Stage> others) {
    return of(last)
        .or(() -> others.reversed().stream().flatMap(each -> of(each).stream()).findFirst());
  }

  private static Optional<Spoken> of(Stage stage) {
    return ALL.stream()
        .filter(each -> each.speaks(stage))
        .findFirst()
        .map(each -> new Spoken(each, stage));
  }
}
