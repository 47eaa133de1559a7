package dev.landwaiter.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  private static Optional<Duration> parse(String value) {
    var headers = HttpHeaders.of(Map.of("Retry-After", List.of(value)), (k, v) -> true);
    var answer =
        new Answer(URI.create("https://r.example/"), 429, headers, InputStream.nullInputStream());
    return RetryAfter.parse(answer, CLOCK);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    " 120 , 120",
    "99999999999999999999, 1000000000",
    "'Thu, 01 Jan 2026 00:01:30 GMT', 90",
    "'Wed, 31 Dec 2025 23:00:00 GMT', 0",
  })
  void reads(String value, long seconds) {
    assertThat(parse(value)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "soon", "1.5", "١٢", "Thu, 32 Jan 2026 00:00:00 GMT"})
  void readsNothing(String value) {
    assertThat(parse(value)).isEmpty();
  }
}
