package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.run.Advice;
import dev.landwaiter.testing.Golden;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the adviser says of files of all kinds.
class AdviserTest {
  private static final Path CASES =
      Path.of(System.getProperty("basedir", "."), "src/test/resources/advice");

  static List<Path> files() throws IOException {
    try (Stream<Path> own = Files.list(CASES);
        Stream<Path> everyday = Files.list(Shared.path("everyday/dockerfiles"))) {
      return Stream.concat(own, everyday)
          .filter(each -> each.toString().endsWith(".Dockerfile"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void theAdviceIsThatOfTheGoldenFile(Path file) throws IOException {
    String name = file.getFileName().toString();
    Golden.check(
        CASES.resolve(name.replace(".Dockerfile", ".txt")),
        FootprintText.of(name, Advice.of(Files.readAllBytes(file)).footprint()));
  }
}
