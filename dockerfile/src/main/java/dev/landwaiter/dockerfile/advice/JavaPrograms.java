package dev.landwaiter.dockerfile.advice;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Programs that run on the JVM from one jar.
final class JavaPrograms implements Language {
  private static final Set<String> IMAGES =
      Set.of(
          "eclipse-temurin", "openjdk", "amazoncorretto", "maven", "gradle", "ibm-semeru-runtimes");

  @Override
  public String id() {
    return "Java";
  }

  @Override
  public boolean speaks(Stage stage) {
    return IMAGES.contains(stage.base().shortName())
        || Entry.of(stage).baseName().equals("java")
        || stage.runs(
            each -> each.named("mvn", "gradle", "mvnw", "./mvnw", "gradlew", "./gradlew"));
  }

  @Override
  public List<BaseChoice> bases(Stage stage, Needs needs) {
    String version = version(stage);
    String shown = version.isEmpty() ? "21" : version;
    BaseChoice distroless = BaseChoice.of(BaseClass.DISTROLESS, Bases.java(shown));
    if (version.isEmpty()) {
      distroless = distroless.change("the version of Java is not known from the file: check it");
    } else if (!version.equals("17") && !version.equals("21")) {
      distroless = distroless.blocked("there is none for Java " + version);
    }
    return List.of(
        distroless,
        BaseChoice.of(BaseClass.ALPINE, "eclipse-temurin:" + shown + "-jre-alpine"),
        BaseChoice.of(BaseClass.SLIM, "eclipse-temurin:" + shown + "-jre"));
  }

  @Override
  public Planned plan(Stage stage, Needs needs) {
    List<String> words = needs.entry().words();
    int option = words.indexOf("-jar");
    if (!needs.entry().baseName().equals("java") || option < 0 || option + 1 >= words.size()) {
      return new Planned.Refused("the start is not `java -jar FILE`");
    }
    String jar = words.get(option + 1);
    if (!Paths.isPlain(jar)) {
      return new Planned.Refused("the path of the jar is not plain: " + jar);
    }
    String version = version(stage);
    if (!version.equals("17") && !version.equals("21")) {
      return new Planned.Refused(
          version.isEmpty()
              ? "the version of Java is not known from the file"
              : "there is no small base for Java " + version);
    }
    String path = Paths.resolve(Paths.workdir(stage), jar);
    String target = "/app/" + Paths.name(path);
    var entry = new java.util.ArrayList<>(words);
    entry.set(0, "/usr/bin/java");
    entry.set(option + 1, target);
    return new Planned.Split(
        new Plan(
            List.of(),
            List.of(),
            Bases.java(version),
            List.of("COPY --from=%s %s %s".formatted(Rewriter.BUILD, path, target)),
            List.of(),
            entry,
            "/app",
            Outputs.user(needs),
            List.of(
                "agents, fonts and native libraries that the program loads have to be copied too")));
  }

  /// The major version in the tag: `21-jdk`, `3.9-eclipse-temurin-17`, `8-jdk21`.
  private static String version(Stage stage) {
    String tag = stage.base().tag();
    if (stage.base().shortName().equals("maven") || stage.base().shortName().equals("gradle")) {
      int at = Math.max(tag.lastIndexOf("-"), tag.lastIndexOf("jdk") + 2);
      return digits(tag, Optional.of(at + 1).filter(each -> each > 0).orElse(tag.length()));
    }
    return digits(tag, 0);
  }

  private static String digits(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return from > text.length() ? "" : text.substring(from, end);
  }
}
