package dev.landwaiter.dockerfile.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Programs written for Node.js.
final class NodePrograms implements Language {
  private static final Set<String> SMALL = Set.of("20", "22", "24");

  @Override
  public String id() {
    return "Node.js";
  }

  @Override
  public boolean speaks(Stage stage) {
    return stage.base().shortName().equals("node")
        || stage.base().shortName().startsWith("nodejs")
        || Entry.of(stage).baseName().equals("node")
        || Entry.of(stage).baseName().equals("npm");
  }

  @Override
  public List<BaseChoice> bases(Stage stage, Needs needs) {
    String version = major(stage);
    String tag = version.isEmpty() ? "lts" : version;
    BaseChoice small =
        BaseChoice.of(BaseClass.DISTROLESS, Bases.node(version.isEmpty() ? "22" : version));
    if (version.isEmpty()) {
      small = small.change("the version of Node.js is not known from the file: check it");
    } else if (!SMALL.contains(version)) {
      small = small.blocked("there is none for Node.js " + version);
    }
    String starter = needs.entry().baseName();
    if (starter.equals("npm") || starter.equals("yarn") || starter.equals("npx")) {
      small = small.blocked("`" + starter + "` starts it and is not there: start `node FILE`");
    }
    BaseChoice alpine =
        BaseChoice.of(BaseClass.ALPINE, "node:" + tag + "-alpine")
            .change("addons in machine code are compiled again, which needs a compiler");
    return List.of(small, alpine, BaseChoice.of(BaseClass.SLIM, "node:" + tag + "-slim"));
  }

  @Override
  public Planned plan(Stage stage, Needs needs) {
    String version = major(stage);
    List<String> words = needs.entry().words();
    boolean direct = needs.entry().baseName().equals("node") && words.size() > 1;
    if (!direct && !needs.entry().baseName().equals("npm")) {
      return new Planned.Refused("the start is neither `node FILE` nor `npm start`");
    }
    String workdir = Paths.workdir(stage);
    if (workdir.equals("/")) {
      return new Planned.Refused("there is no WORKDIR, so the program's own files are not known");
    }
    boolean small =
        direct
            && SMALL.contains(version)
            && needs.entry().shell().isEmpty()
            && needs.libraries().isEmpty();
    if (!small && version.isEmpty()) {
      return new Planned.Refused("the version of Node.js is not known from the base's name");
    }
    if (!small && stage.base().classification() != BaseClass.LANGUAGE) {
      return new Planned.Refused("the base is small already");
    }
    var entry = new ArrayList<String>();
    if (small) {
      entry.add("/nodejs/bin/node");
      entry.addAll(words.subList(1, words.size()));
    }
    return new Planned.Split(
        new Plan(
            List.of(),
            stage.runs(each -> each.named("npm")) ? List.of("RUN npm prune --omit=dev") : List.of(),
            small ? Bases.node(version) : "node:" + version + "-slim",
            List.of("COPY --from=%1$s %2$s %2$s".formatted(Rewriter.BUILD, workdir)),
            List.of(),
            entry,
            workdir,
            Outputs.user(needs),
            List.of()));
  }

  private static String major(Stage stage) {
    String version = stage.base().version();
    int dot = version.indexOf('.');
    return dot < 0 ? version : version.substring(0, dot);
  }
}
