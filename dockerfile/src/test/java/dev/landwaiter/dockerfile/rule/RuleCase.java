package dev.landwaiter.dockerfile.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.lint.LabelType;
import dev.landwaiter.dockerfile.lint.Settings;
import dev.landwaiter.dockerfile.stage.BaseImage;
import dev.landwaiter.dockerfile.stage.BuildInput;
import dev.landwaiter.dockerfile.stage.Platform;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A Dockerfile and what one rule says of it.
///
/// Cases stand in `rules/ID.txt`, each of them so:
///
///     === title
///     +++ option           any number: classic, trusted PATTERN, label NAME [TYPE],
///                          strict-labels, ignored PATTERN, image PLATFORM (what all base
///                          images are made for; else nothing is known of them)
///     --- LINE:COLUMN ID   any number: where the finding's piece begins
///     the file
///     >>>                  may be left away
///     the file with all fixes of the rule
///
/// @param expected `LINE:COLUMN ID`
record RuleCase(
    String id,
    String title,
    boolean classic,
    Settings settings,
    Optional<String> ignoreFile,
    BuildInput input,
    List<String> expected,
    String text,
    Optional<String> mended) {
  @Override
  public String toString() {
    return id + ": " + title;
  }

  static Path folder() {
    try {
      return Path.of(Objects.requireNonNull(RuleCase.class.getResource("/rules")).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /// Ids for which there are cases.
  static List<String> ids() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(each -> each.getFileName().toString())
          .map(each -> each.substring(0, each.length() - ".txt".length()))
          .sorted()
          .toList();
    }
  }

  static List<RuleCase> of(String id) throws IOException {
    var cases = new ArrayList<RuleCase>();
    var block = new ArrayList<String>();
    for (String line : Files.readAllLines(folder().resolve(id + ".txt"))) {
      if (line.startsWith("=== ") && !block.isEmpty()) {
        cases.add(new Block(id, block).read());
        block.clear();
      }
      block.add(line);
    }
    cases.add(new Block(id, block).read());
    return cases;
  }

  /// The lines of one case.
  private record Block(String id, List<String> lines) {
    RuleCase read() {
      assertThat(lines.getFirst()).as(id).startsWith("=== ");
      var options = new TreeMap<String, List<String>>();
      var expected = new ArrayList<String>();
      int at = 1;
      for (; at < lines.size(); at++) {
        String line = lines.get(at);
        if (line.startsWith("+++ ")) {
          String[] words = line.split(" ", 3);
          options
              .computeIfAbsent(words[1], each -> new ArrayList<>())
              .add(words.length > 2 ? words[2] : "");
        } else if (line.startsWith("--- ")) {
          expected.add(line.substring(4));
        } else {
          break;
        }
      }
      assertThat(options.keySet())
          .as(id)
          .isSubsetOf("classic", "trusted", "label", "strict-labels", "ignored", "image");
      int mended = lines.indexOf(">>>");
      return new RuleCase(
          id,
          lines.getFirst().substring(4),
          options.containsKey("classic"),
          settings(options),
          Optional.ofNullable(options.get("ignored")).map(Block::text),
          input(options.getOrDefault("image", List.of())),
          List.copyOf(expected),
          text(lines.subList(at, mended < 0 ? lines.size() : mended)),
          mended < 0
              ? Optional.empty()
              : Optional.of(text(lines.subList(mended + 1, lines.size()))));
    }

    private static BuildInput input(List<String> image) {
      if (image.isEmpty()) {
        return BuildInput.UNKNOWN;
      }
      var known = new BaseImage(Map.of(), List.of(), "", Platform.read(image.getFirst()));
      return new BuildInput(
          Map.of(), Optional.empty(), Platform.LINUX, (name, platform) -> Optional.of(known));
    }

    private static Settings settings(Map<String, List<String>> options) {
      var labels = new TreeMap<String, LabelType>();
      for (String each : options.getOrDefault("label", List.of())) {
        String[] words = each.split(" ", 2);
        labels.put(words[0], LabelType.of(words.length > 1 ? words[1] : "").orElseThrow());
      }
      return new Settings(
          options.getOrDefault("trusted", List.of()), labels, options.containsKey("strict-labels"));
    }

    private static String text(List<String> lines) {
      return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
  }
}
