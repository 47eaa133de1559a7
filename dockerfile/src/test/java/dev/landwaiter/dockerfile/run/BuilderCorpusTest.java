package dev.landwaiter.dockerfile.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.stage.BaseImage;
import dev.landwaiter.dockerfile.stage.BuildInput;
import dev.landwaiter.dockerfile.stage.Platform;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.testing.Corpus;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What the builder says of real files, and where it gives up on them and on the small ones of the
/// classic linter's runs.
class BuilderCorpusTest {
  /// Every image is there and knows nothing but its path.
  private static final BuildInput BARE =
      new BuildInput(
          Map.of(),
          Optional.empty(),
          Platform.LINUX,
          (name, platform) -> Optional.of(BaseImage.BARE));

  @Test
  void findsInRealFilesWhatTheBuilderFinds() throws IOException {
    List<String> found = new ArrayList<>();
    Corpus.files()
        .forEach((name, bytes) ->
            lint(new Parser().parse(bytes))
                .findings()
                .forEach(each -> found.add(name + "\t" + each.line() + "\t" + each.id())));
    List<String> wanted =
        Files.readAllLines(Shared.path("conformance/buildkit/lint-corpus.tsv")).stream()
            .skip(1)
            .toList();
    assertThat(wanted).isNotEmpty();
    assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void givesUpOnRealFilesWhereTheBuilderDoes() throws IOException {
    Map<String, String> wanted = new TreeMap<>();
    for (String line : Files.readAllLines(Shared.path("corpora/dockerfiles-dev.buildkit.tsv"))) {
      String[] fields = line.split("\t", -1);
      if (!fields[0].equals("file")) {
        wanted.put(fields[0], fields[1].equals("ok") ? "ok" : fields[4] + "@" + fields[2]);
      }
    }
    Map<String, String> found = new TreeMap<>();
    Corpus.files().forEach((name, bytes) -> found.put(name, answer(new Parser().parse(bytes))));
    assertThat(found).containsExactlyEntriesOf(wanted);
  }

  @Test
  void givesUpOnSmallFilesWhereTheBuilderDoes() throws Exception {
    List<String> differs = new ArrayList<>();
    List<String> lines = Files.readAllLines(Shared.path("conformance/hadolint/cases.jsonl"));
    for (String line : lines) {
      Value row = Json.parse("cases.jsonl", line.replace("%HUB%", "registry.example.org"));
      String found = answer(new Parser().parse(row.text("dockerfile")));
      if (!found.equals(row.text("builder"))) {
        differs.add(row.text("id") + ": " + row.text("builder") + ", but found " + found);
      }
    }
    assertThat(differs).as("%d rows", lines.size()).isEmpty();
  }

  private static BuilderLinter.Outcome lint(Dockerfile file) {
    return BuilderLinter.lint(file, BARE, Optional.empty());
  }

  private static String answer(Dockerfile file) {
    return lint(file)
        .failure()
        .map(each -> each.phase().name().toLowerCase(Locale.ROOT) + "@" + each.builderLine())
        .orElse("ok");
  }
}
