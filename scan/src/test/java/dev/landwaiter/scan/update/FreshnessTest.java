package dev.landwaiter.scan.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.vulnerability.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
  @TempDir Path cache;

  private void put(DatabaseKind kind, String metadata) throws IOException {
    Path folder = Files.createDirectories(kind.folder(cache));
    Files.writeString(folder.resolve(kind.file()), "content is not looked at");
    Files.writeString(folder.resolve("metadata.json"), metadata);
  }

  /// Ages in minutes, of the data and of the download.
  @ParameterizedTest
  @CsvSource({
    "ADVISORIES,     60, 600, Current",
    "ADVISORIES,   1439, 600, Current",
    "ADVISORIES,   1440,  59, Current",
    "ADVISORIES,   1440,  60, Overdue",
    "ADVISORIES, 100000,  30, Current",
    "JAVA,         1439, 9000, Current",
    "JAVA,         1440, 1439, Current",
    "JAVA,         1440, 1440, Overdue",
  })
  void dueIsWhatIsOldAndWasNotAskedForLately(
      DatabaseKind kind, long age, long downloaded, String expected) throws IOException {
    put(
        kind,
        World.metadata(
            kind.schema(),
            World.NOW.minus(Duration.ofMinutes(age)),
            World.NOW.minus(Duration.ofMinutes(downloaded))));
    assertThat(Freshness.of(kind, cache, World.NOW).getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void nothingAtAllIsMissing() {
    assertThat(Freshness.of(DatabaseKind.JAVA, cache, World.NOW))
        .isInstanceOf(Freshness.Missing.class);
  }

  @Test
  void whatDoesNotSayWhenItWasDownloadedIsOverdue() throws IOException {
    put(
        DatabaseKind.ADVISORIES,
        World.metadata(2, World.NOW, Instant.parse("0001-01-01T00:00:00Z")));
    assertThat(Freshness.of(DatabaseKind.ADVISORIES, cache, World.NOW))
        .isInstanceOf(Freshness.Overdue.class);
  }

  @Test
  void metadataThatCannotBeReadIsMissing() throws IOException {
    put(DatabaseKind.ADVISORIES, "{");
    assertThat(Freshness.of(DatabaseKind.ADVISORIES, cache, World.NOW))
        .isInstanceOf(Freshness.Missing.class);
  }

  @Test
  void anOldSchemaIsReplacedAndALaterOneIsNot() throws IOException {
    put(DatabaseKind.ADVISORIES, World.metadata(1, World.NOW, World.NOW));
    assertThat(Freshness.of(DatabaseKind.ADVISORIES, cache, World.NOW))
        .isInstanceOf(Freshness.Missing.class);
    put(DatabaseKind.ADVISORIES, World.metadata(3, World.NOW, World.NOW));
    assertThatThrownBy(() -> Freshness.of(DatabaseKind.ADVISORIES, cache, World.NOW))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("newer landwaiter");
  }

  @ParameterizedTest
  @CsvSource({"23, Current", "24, Overdue"})
  void ourOwnIndexIsDueAfterADay(long hours, String expected) throws IOException {
    World.index(cache.resolve("db/landwaiter.idx"), World.NOW.minus(Duration.ofHours(hours)), "1");
    assertThat(Freshness.of(DatabaseKind.ADVISORIES, cache, World.NOW).getClass().getSimpleName())
        .isEqualTo(expected);
  }

  @Test
  void aDamagedIndexOfOursIsMissing() throws IOException {
    Files.createDirectories(cache.resolve("db"));
    Files.writeString(cache.resolve("db/landwaiter.idx"), "no index");
    assertThat(Freshness.of(DatabaseKind.ADVISORIES, cache, World.NOW))
        .isInstanceOf(Freshness.Missing.class);
  }

  @Test
  void anUpdatePromisedForEverIsNotWaitedFor() throws IOException {
    Instant pulled = World.NOW.minus(Duration.ofDays(30));
    String metadata = World.metadata(2, Instant.parse("9998-01-01T00:00:00Z"), pulled);
    put(DatabaseKind.ADVISORIES, metadata);
    assertThat(Freshness.of(DatabaseKind.ADVISORIES, cache, World.NOW))
        .isInstanceOf(Freshness.Overdue.class);
  }

  @ParameterizedTest
  @CsvSource({"1, Current", "60, Overdue"})
  void aDownloadInTheFutureIsNotBelieved(long minutes, String expected) throws IOException {
    Instant downloaded = World.NOW.plus(Duration.ofMinutes(minutes));
    put(
        DatabaseKind.ADVISORIES,
        World.metadata(2, World.NOW.minus(Duration.ofDays(9)), downloaded));
    assertThat(Freshness.of(DatabaseKind.ADVISORIES, cache, World.NOW).getClass().getSimpleName())
        .isEqualTo(expected);
  }
}
