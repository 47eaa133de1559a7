package dev.landwaiter.signing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final String ROOT = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  @Test
  void readsOriginSizeAndRoot() throws RefusedException {
    Bytes root = Bytes.of(new byte[32]);
    assertThat(Checkpoint.parse("log.test\n12\n" + ROOT + "\n"))
        .isEqualTo(new Checkpoint("log.test", 12, root));
    assertThat(Checkpoint.parse("log.test - 4\n0\n" + ROOT + "\nmore\nand more\n"))
        .isEqualTo(new Checkpoint("log.test - 4", 0, root));
    assertThat(Checkpoint.parse("l\n9223372036854775807\n" + ROOT + "\n").size())
        .isEqualTo(Long.MAX_VALUE);
  }

  @ValueSource(
      strings = {
        "",
        "\n",
        "l\n1\n",
        "l\n1\nROOT",
        "1\nROOT\n",
        "l\nROOT\n",
        "\n1\nROOT\n",
        "l\n\nROOT\n",
        "l\n1\n\n",
        "l\n1\nROOT\n\n",
        "l\n1\nROOT\n\nx\n",
        "l\n01\nROOT\n",
        "l\n-1\nROOT\n",
        "l\n+1\nROOT\n",
        "l\n1 \nROOT\n",
        "l\n1.0\nROOT\n",
        "l\n1e3\nROOT\n",
        "l\n\u0661\nROOT\n",
        "l\n9223372036854775808\nROOT\n",
        "l\n1\nAAAA\n",
        "l\n1\nROOT=\n",
        "l\n1\nROOTAAAA\n",
        "l\n1\n ROOT\n",
      })
  @ParameterizedTest
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text.replace("ROOT", ROOT)))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.PARSE));
  }

  @CsvSource({
    "rekor.test - 2605736670972794746,rekor.test",
    "a - b - 1,a - b",
    "rekor.test,''",
    "rekor.test - ,''",
    "rekor.test -1,''",
    "rekor.test - 1x,''",
    "rekor.test - -1,''",
    "rekor.test - \u0661,''",
  })
  @ParameterizedTest
  void knowsOriginsOfTheFirstVersion(String origin, String host) {
    assertThat(new Checkpoint(origin, 1, Bytes.EMPTY).hostOfTree()).isEqualTo(host);
  }
}
