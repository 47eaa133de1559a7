package dev.landwaiter.cli.command.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileImagesTest {
  private static List<String> images(String text) throws RefusedException {
    return DockerfileImages.of("Dockerfile", Bytes.utf8(text), Map.of("GIVEN", "given:1"), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'FROM a:1' | a:1",
        "'FROM --platform=$BUILDPLATFORM a:1' | a:1",
        "'FROM \\\n  a:1' | a:1",
        "'ARG T=1\nFROM a:$T' | a:1",
        "'ARG T\nFROM ${T:-a:1}' | a:1",
        "'ARG GIVEN\nFROM $GIVEN' | given:1",
        "'ENV T=1\nFROM a:$T' | a:1",
        "'FROM a:1 AS x\nFROM X\nCOPY --from=x /a /a' | a:1",
        "'FROM a:1\nFROM b:1\nCOPY --from=0 /a /a' | a:1,b:1",
        "'FROM a:1\nCOPY --from=b:1 /a /a' | a:1,b:1",
        "'FROM a:1\nRUN --mount=type=bind,from=b:1,target=/x true' | a:1,b:1",
        "'FROM a:1\nRUN <<E\nFROM b:1\nE' | a:1",
        "'FROM a:1\nONBUILD COPY --from=b:1 /a /a' | a:1,b:1",
        "'FROM scratch\nCOPY a a' | ''",
        "'FROM a:1\n# FROM b:1' | a:1",
        "'FROM docker-image://a:1' | a:1"
      })
  void everyImageThatABuildTakesFromIsNamed(String text, String wanted) throws Exception {
    assertThat(String.join(",", images(text.replace("\\n", "\n")))).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM $NOWHERE",
        "FROM ${X:?}",
        "FROM a:1\nCOPY --from=3 /a /a",
        "FROM a:1\nCOPY --from=$NOWHERE /a /a",
        "FROM",
        "FROM a:1\nNONSENSE x"
      })
  void whatCannotBeWorkedOutIsRefused(String text) {
    assertThatThrownBy(() -> images(text)).isInstanceOf(RefusedException.class);
  }

  @Test
  void theBaseOfTheLastStageIsFollowed() throws Exception {
    Bytes text = Bytes.utf8("FROM a:1 AS x\nFROM b:1 AS y\nFROM x\nCOPY --from=y /a /a");
    assertThat(DockerfileImages.of("Dockerfile", text, Map.of(), true)).containsExactly("a:1");
  }
}
