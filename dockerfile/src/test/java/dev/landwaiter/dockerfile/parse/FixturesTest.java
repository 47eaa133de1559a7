package dev.landwaiter.dockerfile.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Trouble;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The builder's own fixtures.
class FixturesTest {
  private static final String FOLDER = "conformance/buildkit/parser/";

  @ParameterizedTest
  @MethodSource("good")
  void readsWhatTheBuilderReads(Path folder) throws IOException {
    Dockerfile file = parse(folder);
    assertThat(BuilderNodes.dump(file).strip())
        .isEqualTo(Files.readString(folder.resolve("result")).strip());
    assertThat(file.troubles()).noneMatch(each -> each.phase() == Trouble.Phase.PARSE);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void refusesWhatTheBuilderRefuses(Path folder) throws IOException {
    assertThat(parse(folder).troubles().getFirst().phase()).isEqualTo(Trouble.Phase.PARSE);
  }

  @Test
  void countsLinesAsTheBuilderDoes() throws IOException {
    List<Instruction> instructions = parse(Shared.path(FOLDER + "testfile-line")).instructions();
    assertThat(instructions.stream().map(FixturesTest::lines))
        .containsExactly("5-5", "11-12", "17-31");
  }

  private static String lines(Instruction each) {
    return each.statement().firstLine() + "-" + each.statement().lastLine();
  }

  static List<Path> good() throws IOException {
    return folders("testfiles");
  }

  static List<Path> bad() throws IOException {
    return folders("testfiles-negative");
  }

  private static List<Path> folders(String name) throws IOException {
    try (Stream<Path> folders = Files.list(Shared.path(FOLDER + name))) {
      List<Path> all = folders.sorted().toList();
      assertThat(all).isNotEmpty();
      return all;
    }
  }

  private static Dockerfile parse(Path folder) throws IOException {
    return new Parser().parse(Files.readAllBytes(folder.resolve("Dockerfile")));
  }
}
