package dev.landwaiter.dockerfile.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Programs written in Python with packages that pip installs.
final class PythonPrograms implements Language {
  @Override
  public String id() {
    return "Python";
  }

  @Override
  public boolean speaks(Stage stage) {
    return stage.base().shortName().equals("python")
        || stage.base().shortName().startsWith("python3-")
        || Entry.of(stage).baseName().startsWith("python")
        || stage.runs(each -> Install.of(each).filter(i -> i.manager().equals("pip")).isPresent());
  }

  @Override
  public List<BaseChoice> bases(Stage stage, Needs needs) {
    String version = minor(stage);
    String tag = version.isEmpty() ? "3" : version;
    BaseChoice small =
        BaseChoice.of(
            BaseClass.DISTROLESS, version.equals("3.13") ? Bases.PYTHON_13 : Bases.PYTHON_12);
    if (version.isEmpty()) {
      small = small.change("its Python is 3.11: compiled packages have to be made for it");
    } else if (!version.equals("3.11") && !version.equals("3.13")) {
      small = small.blocked("there is none with Python " + version);
    }
    BaseChoice alpine =
        BaseChoice.of(BaseClass.ALPINE, "python:" + tag + "-alpine")
            .change("packages without a wheel for musl are compiled, which needs a compiler");
    return List.of(small, alpine, BaseChoice.of(BaseClass.SLIM, "python:" + tag + "-slim"));
  }

  @Override
  public Planned plan(Stage stage, Needs needs) {
    String version = minor(stage);
    if (!stage.base().repository().equals("python") || version.isEmpty()) {
      return new Planned.Refused("the version of Python is not known from the base's name");
    }
    Optional<Ran> install =
        stage.firstRun(each -> Install.of(each).filter(i -> i.manager().equals("pip")).isPresent());
    if (install.isEmpty()) {
      return new Planned.Refused("no `pip install` was found");
    }
    if (stage.base().classification() == BaseClass.ALPINE) {
      return new Planned.Refused("the base is small already");
    }
    String workdir = Paths.workdir(stage);
    if (workdir.equals("/")) {
      return new Planned.Refused("there is no WORKDIR, so the program's own files are not known");
    }
    var notes = new ArrayList<String>();
    if (!needs.libraries().isEmpty()) {
      notes.add(
          "the shipped stage lacks "
              + String.join(" ", needs.libraries())
              + ": install there what runs need");
    }
    return new Planned.Split(
        new Plan(
            List.of("RUN python -m venv /opt/venv", "ENV PATH=/opt/venv/bin:$PATH"),
            List.of(),
            "python:" + version + "-slim",
            List.of(
                "COPY --from=%s /opt/venv /opt/venv".formatted(Rewriter.BUILD),
                "COPY --from=%1$s %2$s %2$s".formatted(Rewriter.BUILD, workdir)),
            List.of("ENV PATH=/opt/venv/bin:$PATH"),
            List.of(),
            workdir,
            Outputs.user(needs),
            notes));
  }

  /// `3.11` of `3.11.4-bookworm`; empty where the minor version is not given.
  private static String minor(Stage stage) {
    String[] parts = stage.base().version().split("\\.", -1);
    return parts.length >= 2 && !parts[1].isEmpty() ? parts[0] + "." + parts[1] : "";
  }
}
