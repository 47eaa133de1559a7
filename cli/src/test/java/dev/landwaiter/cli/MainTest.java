package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.cli.world.World;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MainTest {
  @TempDir Path folder;

  /// A clock by which any failure gets into the middle of a run.
  private static final class FailingClock extends Clock {
    private final Supplier<Instant> failure;

    FailingClock(Supplier<Instant> failure) {
      this.failure = failure;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return failure.get();
    }
  }

  private static Instant mistake() {
    throw new IllegalStateException("seven");
  }

  private static Instant full() {
    throw new OutOfMemoryError("heap");
  }

  private static Instant deep() {
    throw new StackOverflowError();
  }

  static Stream<Arguments> failures() {
    Supplier<Instant> mistake = MainTest::mistake;
    Supplier<Instant> full = MainTest::full;
    Supplier<Instant> deep = MainTest::deep;
    return Stream.of(
        Arguments.of(mistake, "a mistake in Landwaiter, please report it"),
        Arguments.of(full, "out of memory"),
        Arguments.of(deep, "a mistake in Landwaiter, please report it"));
  }

  private record Ended(int code, String stderr) {}

  private Ended run(Supplier<Instant> failure, List<String> words) {
    var stderr = new ByteArrayOutputStream();
    var world =
        new World(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            Map.of(),
            folder,
            new FailingClock(failure),
            () -> 7,
            World.Terminal.NONE);
    return new Ended(Main.run(world, words), stderr.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whateverGoesWrongIsNeverTheExitCodeOfFindings(Supplier<Instant> failure, String said) {
    Ended own = run(failure, List.of("rootfs", "."));
    assertThat(own.code()).isEqualTo(2);
    assertThat(own.stderr()).contains(said).doesNotContain("\tat ");
    assertThat(run(failure, List.of("trivy", "rootfs", ".")).code()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void detailsAreForThoseWhoAsk(Supplier<Instant> failure, String said) {
    boolean ours = said.contains("mistake");
    String stderr = run(failure, List.of("rootfs", "--debug", ".")).stderr();
    assertThat(stderr.contains("\tat ")).isEqualTo(ours);
  }
}
