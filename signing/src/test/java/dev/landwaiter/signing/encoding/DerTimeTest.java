package dev.landwaiter.signing.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerTimeTest {
  private static Der element(String tag, String text) throws RefusedException {
    return Der.only(
        "it", Der.encode(Integer.parseInt(tag, 16), Bytes.utf8(text == null ? "" : text)));
  }

  @ParameterizedTest
  @CsvSource({
    "17, 240601000000Z, 2024-06-01T00:00:00Z",
    "17, 491231235959Z, 2049-12-31T23:59:59Z",
    "17, 500101000000Z, 1950-01-01T00:00:00Z",
    "17, 991231235959Z, 1999-12-31T23:59:59Z",
    "18, 20500101000000Z, 2050-01-01T00:00:00Z",
    "18, 99991231235959Z, 9999-12-31T23:59:59Z",
    "18, 20240229000000Z, 2024-02-29T00:00:00Z",
  })
  void ofCertificates(String tag, String text, String instant) throws Exception {
    assertThat(DerTime.ofCertificate("it", element(tag, text))).hasToString(instant);
  }

  @ParameterizedTest
  @CsvSource({
    "17, 2406010000Z",
    "17, 240601000000",
    "17, 240601000000+0000",
    "17, 20240601000000Z",
    "17, 241301000000Z",
    "17, 240230000000Z",
    "17, 2406010000x0Z",
    "18, 240601000000Z",
    "18, 20240601000000.5Z",
    "18, 20240601000060Z",
    "18, 20240601240000Z",
    "18, ''",
    "0c, 20240601000000Z",
  })
  void brokenOnesOfCertificates(String tag, String text) {
    assertThat(
            catchThrowableOfType(
                    RefusedException.class, () -> DerTime.ofCertificate("it", element(tag, text)))
                .kind())
        .isEqualTo(FailureClass.PARSE);
  }

  @ParameterizedTest
  @CsvSource({
    "20240601000000Z, 2024-06-01T00:00:00Z",
    "20240601000000.5Z, 2024-06-01T00:00:00.500Z",
    "20240601000000.000000001Z, 2024-06-01T00:00:00.000000001Z",
  })
  void ofTimestamps(String text, String instant) throws Exception {
    assertThat(DerTime.ofTimestamp("it", element("18", text))).hasToString(instant);
  }

  @ParameterizedTest
  @CsvSource({
    "20240601000000.Z",
    "20240601000000.50Z",
    "20240601000000.0000000001Z",
    "20240601000000.5",
    "202406010000.5Z",
    "20240601000000,5Z",
    "20240601000000.xZ",
    ".Z",
    ".",
    "20240601000000+0100",
  })
  void brokenOnesOfTimestamps(String text) {
    assertThat(
            catchThrowableOfType(
                    RefusedException.class, () -> DerTime.ofTimestamp("it", element("18", text)))
                .kind())
        .isEqualTo(FailureClass.PARSE);
    assertThat(
            catchThrowableOfType(
                    RefusedException.class,
                    () -> DerTime.ofTimestamp("it", element("17", "240601000000Z")))
                .kind())
        .isEqualTo(FailureClass.PARSE);
  }
}
