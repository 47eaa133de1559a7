package dev.landwaiter.cli.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
  private static final Flag QUIET = Flag.toggle("quiet", "").shorthand("q");
  private static final Flag DEBUG = Flag.toggle("debug", "").shorthand("d");
  private static final Flag FORMAT = Flag.text("format", "").shorthand("f");
  private static final Flag TYPES =
      Flag.texts("pkg-types", "").formerly(new Flag.Former("vuln-type", "old.type"));
  private static final List<FlagGroup> GROUPS =
      List.of(new FlagGroup("Some", QUIET, DEBUG), new FlagGroup("More", FORMAT, TYPES));

  private static CommandLine parse(String words) throws UsageException {
    return CommandLine.parse(GROUPS, Arrays.asList(words.split(" ")), true);
  }

  @ParameterizedTest
  @CsvSource({
    "-f json, json",
    "-fjson, json",
    "-f=json, json",
    "--format json, json",
    "--format=json, json",
    "--format=, ''",
    "--format=a=b, a=b",
    "--format --quiet, --quiet",
    "-qf json, json",
    "-dqfjson, json",
    "-f -, -"
  })
  void aFlagAndItsValue(String words, String value) throws Exception {
    assertThat(parse(words).given().get(FORMAT)).containsExactly(value);
    assertThat(parse(words).arguments()).isEmpty();
  }

  @Test
  void flagsAndArgumentsComeInAnyOrder() throws Exception {
    CommandLine line = parse("one -q two --format json -");
    assertThat(line.arguments()).containsExactly("one", "two", "-");
    assertThat(line.given().get(QUIET)).containsExactly("true");
  }

  @Test
  void twoDashesEndTheFlags() throws Exception {
    CommandLine line = parse("-q -- --format -d --");
    assertThat(line.arguments()).containsExactly("--format", "-d", "--");
    assertThat(line.given()).containsOnlyKeys(QUIET);
  }

  @Test
  void aToggleTakesItsValueOnlyAfterTheSign() throws Exception {
    assertThat(parse("--quiet false").arguments()).containsExactly("false");
    assertThat(parse("--quiet=false").given().get(QUIET)).containsExactly("false");
    assertThat(parse("-q=false").given().get(QUIET)).containsExactly("false");
  }

  @Test
  void repeatedValuesAreKeptInOrder() throws Exception {
    assertThat(parse("--pkg-types os --pkg-types=library,os").given().get(TYPES))
        .containsExactly("os", "library,os");
  }

  @Test
  void aFormerNameWorksAndSaysSo() throws Exception {
    CommandLine line = parse("--vuln-type os");
    assertThat(line.given().get(TYPES)).containsExactly("os");
    assertThat(line.outdated()).containsExactly("--vuln-type is now called --pkg-types");
    assertThat(parse("--pkg-types os").outdated()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--fromat json, unknown flag: --fromat (did you mean --format?)",
    "--nothing, unknown flag: --nothing",
    "-x, unknown shorthand flag: 'x' in -x",
    "-qx, unknown shorthand flag: 'x' in -qx",
    "--format, flag needs an argument: --format",
    "-qf, flag needs an argument: 'f' in -qf"
  })
  void wrongLinesSayWhatIsWrong(String words, String message) {
    assertThatThrownBy(() -> parse(words))
        .isInstanceOfSatisfying(UsageException.class, e -> assertThat(e.showUsage()).isTrue())
        .hasMessage(message);
  }
}
