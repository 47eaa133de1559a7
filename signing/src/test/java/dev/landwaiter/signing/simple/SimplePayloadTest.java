package dev.landwaiter.signing.simple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplePayloadTest {
  private static final String GOOD =
      "{\"critical\":{\"identity\":{\"docker-reference\":\"r.test/a\"},\"image\":{\"docker-manifest-digest\":\"sha256:00\"},\"type\":\"cosign"
          + " container image signature\"},\"optional\":null}";

  @Test
  void writesAndReads() throws Exception {
    assertThat(SimplePayload.write("r.test/a", "sha256:00", Map.of()).toText()).isEqualTo(GOOD);
    Bytes noted =
        SimplePayload.write("r.test/a", "sha256:00", Map.of("b", "<&>\u2028", "a", "\"1\""));
    assertThat(noted.toText())
        .endsWith(",\"optional\":{\"a\":\"\\\"1\\\"\",\"b\":\"\\u003c\\u0026\\u003e\\u2028\"}}");
    SimplePayload read = SimplePayload.read("p", noted);
    assertThat(read.reference()).isEqualTo("r.test/a");
    assertThat(read.digest()).isEqualTo("sha256:00");
    assertThat(read.optional()).containsOnlyKeys("a", "b");
    assertThat(SimplePayload.read("p", Bytes.utf8(GOOD + "\n")).optional()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docker-manifest-digest|Docker-Manifest-Digest",
        "\"sha256:00\"|\"sha256:00\",\"docker-manifest-digest\":\"sha256:11\"",
        "\"sha256:00\"|null",
        "cosign container image signature|atomic container signature",
        "\"type\"|\"Type\"",
        "\"critical\"|\"Critical\"",
        "\"identity\"|\"who\"",
        ":null}|:null}{}",
        ":null}|:[]}",
        ":null}|:null"
      })
  void refusesOtherSpellings(String from, String to) {
    String broken = GOOD.replace(from, to);
    assertThat(broken).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> SimplePayload.read("p", Bytes.utf8(broken)))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.SUBJECT));
  }
}
