package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.cli.agreement.Unpacked;
import dev.landwaiter.cli.transcript.Step;
import dev.landwaiter.cli.world.Version;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.testing.Golden;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the transcripts of `src/test/resources/transcripts` and holds what comes of every command
/// against what is written there; [Step] tells the form. `DIR` is the working folder. It begins
/// with the file systems of `fixture.txt`, a cache with the small recorded database, and the shared
/// images in `images`; nothing is pulled unless a command says so.
class TranscriptTest {
  @TempDir static Path shared;

  @BeforeAll
  static void database() throws IOException {
    Unpacked.into(shared, "conformance/trivy-recorded.tar.zst");
  }

  static Stream<String> transcripts() throws IOException, URISyntaxException {
    try (var files = Files.list(folder())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.equals("fixture.txt"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Path folder() throws URISyntaxException {
    var url = TranscriptTest.class.getResource("/transcripts/fixture.txt");
    assertThat(url).isNotNull();
    return Path.of(url.toURI()).resolveSibling("");
  }

  @Test
  void thereAreTranscripts() throws Exception {
    assertThat(transcripts()).hasSizeGreaterThan(10);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("transcripts")
  void everyCommandDoesWhatIsWritten(String name, @TempDir Path temporary) throws Exception {
    Path dir = temporary.toRealPath().resolve("dir");
    Files.createDirectories(dir.resolve("cache/db"));
    Path fixture = shared.resolve("trivy-recorded/fixture/db");
    for (String file : List.of("trivy.db", "metadata.json")) {
      Path copy = dir.resolve("cache/db").resolve(file);
      Files.copy(fixture.resolve(file), copy);
      Files.setLastModifiedTime(copy, FileTime.from(Ran.NOW));
    }
    Path images = dir.resolve("images");
    Files.createSymbolicLink(images, Shared.path("images"));
    try {
      play(dir, Step.parse(Files.readString(folder().resolve("fixture.txt"))));
      String written = Files.readString(folder().resolve(name));
      Golden.check("transcripts/" + name, play(dir, Step.parse(written)));
    } finally {
      Files.delete(images);
    }
  }

  private static String play(Path dir, List<Step> steps) throws IOException {
    var transcript = new StringBuilder();
    for (Step step : steps) {
      switch (step) {
        case Step.Remark remark -> transcript.append(remark.line()).append('\n');
        case Step.TextFile file -> {
          Path path = dir.resolve(file.path());
          Files.createDirectories(path.resolve("..").normalize());
          Files.writeString(path, file.text());
          Files.setLastModifiedTime(path, FileTime.from(Ran.NOW));
          transcript.append("+++ ").append(file.path()).append('\n');
          file.text().lines().forEach(line -> transcript.append("    ").append(line).append('\n'));
        }
        case Step.Command command -> {
          transcript.append("$ ").append(command.line()).append('\n');
          command.stdin().lines().forEach(l -> transcript.append("0 ").append(l).append('\n'));
          append(dir, run(dir, command), transcript);
        }
      }
    }
    return transcript.toString();
  }

  private static Ran run(Path dir, Step.Command command) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("HOME", dir.toString());
    environment.put("LANDWAITER_CACHE_DIR", "cache");
    environment.put("TRIVY_CACHE_DIR", "cache");
    for (String update : List.of("DB_UPDATE", "JAVA_DB_UPDATE")) {
      environment.put("LANDWAITER_SKIP_" + update, "true");
      environment.put("TRIVY_SKIP_" + update, "true");
    }
    environment.put("LANDWAITER_SHELLCHECK", "off");
    environment.putAll(command.environment());
    List<String> words =
        command.words().stream().map(word -> word.replace("DIR", dir.toString())).toList();
    return Ran.in(dir, environment, words, World.Terminal.NONE, command.stdin());
  }

  private static void append(Path dir, Ran ran, StringBuilder transcript) {
    lines(dir, "1|", ran.stdout(), transcript);
    lines(dir, "2|", ran.stderr(), transcript);
    transcript.append("= ").append(ran.exit()).append('\n');
  }

  private static void lines(Path dir, String mark, String text, StringBuilder transcript) {
    text.replace(dir.toString(), "DIR")
        .replace(Version.own(), "VERSION")
        .replaceAll("\"decision_id\": \"[^\"]*\"", "\"decision_id\": \"ID\"")
        .replaceAll("\"time\":\"[^\"]*\"", "\"time\":\"TIME\"")
        .replaceAll("(\\d+ facts), \\d+ bytes", "$1, N bytes")
        .replaceAll("\\(\\d+(\\.\\d+)?(ns|µs|ms|s)\\)", "(TIME)")
        .lines()
        .forEach(line ->
            transcript.append(mark).append(line.isEmpty() ? "" : " ").append(line).append('\n'));
  }
}
