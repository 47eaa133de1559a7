package dev.landwaiter.base.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.testing.CaseLines;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PackageUrlTest {
  static List<String> texts() throws IOException {
    return CaseLines.of("/purl.txt");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void readsAndWrites(String line) {
    int arrow = line.indexOf(" => ");
    String expected = line.substring(arrow + 4);
    var parsed = PackageUrl.parse(line.substring(0, arrow));
    assertThat(parsed.map(PackageUrl::toString).orElse("-")).isEqualTo(expected);
    if (!expected.equals("-")) {
      assertThat(PackageUrl.parse(expected)).isEqualTo(parsed);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pkg:npm/a, pkg:npm/a@1, true",
    "pkg:npm/a@1, pkg:npm/a@1, true",
    "pkg:npm/a@1, pkg:npm/a@2, false",
    "pkg:npm/a@1, pkg:npm/a, false",
    "pkg:npm/a, pkg:npm/b, false",
    "pkg:npm/a, pkg:npm/%40s/a, false",
    "pkg:npm/a, pkg:pypi/a, false",
    "pkg:deb/debian/a?arch=amd64, pkg:deb/debian/a@1?arch=amd64&distro=debian-12, true",
    "pkg:deb/debian/a?arch=arm64, pkg:deb/debian/a@1?arch=amd64, false",
    "pkg:deb/debian/a?arch=arm64, pkg:deb/debian/a@1, false",
    "pkg:golang/x/a, pkg:golang/x/a#sub, true",
    "pkg:golang/x/a#sub, pkg:golang/x/a, false",
    "pkg:golang/x/a#sub, pkg:golang/x/a@1#sub, true",
  })
  void coversWhatIsTheSameOrMoreExact(String statement, String other, boolean expected) {
    assertThat(
            PackageUrl.parse(statement).orElseThrow().covers(PackageUrl.parse(other).orElseThrow()))
        .isEqualTo(expected);
  }
}
