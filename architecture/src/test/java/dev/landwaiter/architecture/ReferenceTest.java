package dev.landwaiter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages of `docs/reference` say what the code says.
class ReferenceTest {
  private static final Path FOLDER = House.ROOT.resolve("docs/reference");

  record Generated(String name, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Generated> pages() {
    return List.of(
        new Generated("analyzers.md", ListPages.analyzers()),
        new Generated("builtins.md", BuiltinsPage.text()),
        new Generated("commands.md", CommandsPage.text()),
        new Generated("distributions.md", ListPages.distributions()),
        new Generated("dockerfile-rules.md", DockerfileRulesPage.text()),
        new Generated("feeds.md", ListPages.feeds()),
        new Generated("formats.md", ListPages.formats()),
        new Generated("input-formats.md", ListPages.inputFormats()),
        new Generated("limits.md", ListPages.limits()),
        new Generated("scores.md", PolicyPages.scores()),
        new Generated("versions.md", ListPages.versions()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void thePageSaysWhatTheCodeSays(Generated page) throws IOException {
    Golden.check(FOLDER.resolve(page.name()), page.text());
  }

  @Test
  void noPageIsLeftBehind() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .isSubsetOf(pages().stream().map(Generated::name).toList());
    }
  }

  @Test
  void theFirstSentenceOfACommentIsFound() {
    assertThat(
            SourceDoc.sentence(
                List.of(
                    "/// Reads `a.json`, see [Other#method] (inventory.md, 3).",
                    "/// More of it.",
                    "@Deprecated",
                    "public final class Reader {"),
                "Reader"))
        .isEqualTo("Reads `a.json`, see `Other#method`");
  }
}
