package dev.landwaiter.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// No text of the project depends on one machine or one registry of packages.
class TextsTest {
  private static final int README_WORDS = 700;

  /// Written so that this project's own rule does not hit itself: a comma for each stop or slash.
  private static final Pattern HOSTS = words("hosts.txt", ".", "(?<![\\w.-])(?:[\\w-]+\\.)*", "");

  private static final Pattern PATHS = words("paths.txt", "/", "(?<![\\w.$}/-])", "(?![\\w-])");

  /// Dockerfiles: their paths are those of an image.
  private static final String CASES_OF_RULES = "dockerfile/src/test/resources/rules/";

  private static Pattern words(String name, String separator, String before, String after) {
    return Pattern.compile(
        Facts.lines(name).stream()
            .map(line -> Pattern.quote(line.replace(",", separator)))
            .collect(Collectors.joining("|", before + "(?:", ")" + after)));
  }

  @Test
  void noTextNamesARegistryOfPackagesOrAPathOfAMachine() throws IOException {
    List<String> found = new ArrayList<>();
    int texts = 0;
    for (Path file : House.files()) {
      Optional<String> text = text(file);
      if (text.isPresent()) {
        texts++;
        collect(HOSTS.matcher(text.get()), file, found);
        if (!House.relative(file).contains(CASES_OF_RULES)) {
          collect(PATHS.matcher(text.get()), file, found);
        }
      }
    }
    assertThat(texts).isGreaterThan(500);
    assertThat(found).isEmpty();
  }

  @Test
  void thePatternsFindWhatTheyShould() {
    String dot = ".";
    String slash = "/";
    assertThat("see https://pypi" + dot + "org/simple").containsPattern(HOSTS);
    assertThat("deb http://ftp.de.debian" + dot + "org/debian").containsPattern(HOSTS);
    assertThat("pypi-org and debian/os-release").doesNotContainPattern(HOSTS);
    assertThat("in " + slash + "work/main").containsPattern(PATHS);
    assertThat("src" + slash + "work/a, /workspace and $HOME/root").doesNotContainPattern(PATHS);
  }

  @Test
  void theReadmeIsShort() throws IOException {
    Path readme = House.ROOT.resolve("README.md");
    assumeThat(readme).as("there is no README yet").exists();
    assertThat(Files.readString(readme).split("\\s+")).hasSizeLessThanOrEqualTo(README_WORDS);
  }

  private static void collect(Matcher matcher, Path file, List<String> found) {
    while (matcher.find()) {
      found.add(House.relative(file) + ": " + matcher.group());
    }
  }

  private static Optional<String> text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
