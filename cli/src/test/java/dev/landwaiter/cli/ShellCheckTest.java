package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How a run does with ShellCheck, in whose place other programs stand.
class ShellCheckTest {
  /// The text stands behind `#!` and eight names.
  private static final String ANSWER =
      """
      {"comments":[{"file":"0","line":10,"endLine":10,"column":6,"endColumn":8,"level":"info",\
      "code":2086,"message":"quote it","fix":null}]}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nRUN echo $a\nRUN echo $b\n");
    Files.writeString(
        folder.resolve("Other"), "FROM scratch\n# hadolint ignore=SC2046\nRUN echo $a\n");
    Files.writeString(folder.resolve("Plain"), "FROM scratch\n");
  }

  private String program(String script) throws IOException {
    Path program = folder.resolve("shellcheck");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program.toString();
  }

  private Ran lint(Map<String, String> environment, String... words) {
    return Ran.in(
        folder,
        environment,
        Stream.concat(Stream.of("lint", "-f", "gnu"), Stream.of(words)).toList());
  }

  @Test
  void itsFindingsAreAmongTheOthers() throws IOException {
    program("cat <<'END'\n" + ANSWER + "END\nexit 1");
    var environment = Map.of("PATH", "bin:" + folder);

    Ran ran = lint(environment, "Dockerfile");
    assertThat(ran.stdout()).contains("landwaiter:Dockerfile:2:10: SC2086 info: quote it\n");
    assertThat(ran.stderr()).isEmpty();
    Ran classic = Ran.in(folder, environment, List.of("hadolint", "Dockerfile"));
    assertThat(classic.stdout()).contains("Dockerfile:2 SC2086 info: quote it");
  }

  @Test
  void getsItsScriptsAsFilesAndNothingElse() throws IOException {
    Path seen = folder.resolve("seen");
    program(
        "/usr/bin/env > %1$s; echo \"$@\" >> %1$s; exec /bin/cat \"$6\" >> %1$s".formatted(seen));
    lint(Map.of("LANDWAITER_SHELLCHECK", "./shellcheck", "SECRET", "x"), "Dockerfile");

    assertThat(Files.readString(seen))
        .contains("LC_ALL=C.UTF-8\n")
        .contains("--norc --format=json1 --exclude=SC1090,SC1091,SC2187 -- 0 1\n")
        .endsWith("echo $b")
        .doesNotContain("SECRET");
    Path work =
        Path.of(
            Files.readAllLines(seen).stream()
                .filter(each -> each.startsWith("PWD="))
                .findFirst()
                .orElseThrow()
                .substring(4));
    assertThat(work).doesNotExist();
  }

  @Test
  void whereItIsNotInstalledThatIsSaidOnce() {
    Ran ran = lint(Map.of("PATH", "/nowhere:."), "Dockerfile", "Other");

    assertThat(ran.stderr().lines())
        .singleElement()
        .asString()
        .startsWith("landwaiter: warning: ShellCheck is not installed");
    assertThat(lint(Map.of("PATH", "/nowhere"), "Plain").stderr()).isEmpty();
    assertThat(lint(Map.of("LANDWAITER_SHELLCHECK", "off"), "Dockerfile", "Other").stderr())
        .isEmpty();
    Ran classic = Ran.in(folder, Map.of(), List.of("hadolint", "Dockerfile"));
    assertThat(classic.stderr()).contains("ShellCheck is not installed");
  }

  @Test
  void aProgramOfTheFolderIsNotTakenByChance() throws IOException {
    program("touch %s/ran".formatted(folder));
    lint(Map.of("PATH", ".:"), "Dockerfile");

    assertThat(folder.resolve("ran")).doesNotExist();
  }

  @Test
  void aCommentThatIgnoresNothingOfItIsToldOnlyWhereItRan() throws IOException {
    program("echo '{\"comments\":[]}'");

    assertThat(lint(Map.of("PATH", folder.toString()), "--verbose", "Other").stderr())
        .contains("Other:2: the comment ignores nothing of SC2046");
    assertThat(lint(Map.of(), "--verbose", "Other").stderr()).doesNotContain("SC2046");
  }

  record Trouble(String script, String message) {}

  static List<Trouble> troubles() {
    return List.of(
        new Trouble("exit 3", "ShellCheck ends with 3; its findings are missing"),
        new Trouble("echo Usage", "ShellCheck cannot be understood; its findings are missing"),
        new Trouble(
            "exec /usr/bin/head -c 5000000 /dev/zero", "ShellCheck says more than 4194304 bytes"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void whatKeepsItFromItsWorkIsTold(Trouble trouble) throws IOException {
    program(trouble.script());
    Ran ran = lint(Map.of("PATH", folder.toString()), "Dockerfile", "Other");

    assertThat(ran.stderr().lines())
        .singleElement()
        .asString()
        .startsWith("landwaiter: warning: " + trouble.message());
    assertThat(ran.stdout()).contains("DL3059");
  }

  @Test
  void isStoppedWhenItTakesTooLong() throws IOException {
    program("/bin/sleep 60");

    assertThat(lint(Map.of("PATH", folder.toString()), "Dockerfile").stderr())
        .isEqualTo(
            "landwaiter: warning: ShellCheck takes longer than 10 seconds; its findings are"
                + " missing\n");
  }
}
