package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.world.Dialect;
import dev.landwaiter.cli.world.World;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramTest {
  @TempDir Path folder;

  /// What a command of a test does.
  private interface Work {
    int run() throws IOException;
  }

  private record TestCommand(String name, Work work) implements Command {
    @Override
    public String summary() {
      return "Test";
    }

    @Override
    public String usage() {
      return "";
    }

    @Override
    public List<FlagGroup> flags() {
      return List.of(GlobalFlags.GROUP);
    }

    @Override
    public int run(Invocation invocation) throws IOException {
      return work.run();
    }
  }

  private record Ended(int code, String stderr) {}

  private Ended run(Dialect dialect, Work work, String... words) {
    var stderr = new ByteArrayOutputStream();
    var world =
        new World(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            Map.of(),
            folder,
            Clock.systemUTC(),
            () -> 7,
            World.Terminal.NONE);
    List<Command> commands =
        List.of(new TestCommand("work", work), new TestCommand("more work", work));
    int code = new Program(world, dialect, commands, "About").run(List.of(words));
    return new Ended(code, stderr.toString(StandardCharsets.UTF_8));
  }

  private static int hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  @ParameterizedTest
  @CsvSource({"true, 2", "false, 1"})
  void aRunThatTakesTooLongEndsWithAMessageThatNamesTheFlag(boolean own, int code) {
    Dialect dialect = own ? Dialect.OWN : Dialect.TRIVY;
    assertThat(run(dialect, ProgramTest::hang, "work", "-q", "--timeout", "30ms"))
        .isEqualTo(
            new Ended(
                code,
                "landwaiter: error: the run was ended: it took longer than the 0.03s that"
                    + " --timeout allows\n"));
  }

  @Test
  void globalFlagsMayStandBeforeTheCommand() {
    assertThat(run(Dialect.OWN, () -> 5, "--quiet", "--timeout", "5m", "work").code()).isEqualTo(5);
    assertThat(run(Dialect.OWN, () -> 5, "-c", "none.yaml", "work").stderr()).contains("none.yaml");
  }

  @Test
  void theLongestNameWins() {
    assertThat(run(Dialect.OWN, () -> 5, "more", "work", "-q").code()).isEqualTo(5);
    assertThat(run(Dialect.OWN, () -> 5, "more").stderr()).contains("there are more work");
  }

  @ParameterizedTest
  @CsvSource({"true, 2", "false, 1"})
  void troubleWithTheWorldIsOneLine(boolean own, int code) {
    Ended ended =
        run(
            own ? Dialect.OWN : Dialect.TRIVY,
            () -> {
              throw new IOException("the disk is full\u001b[2J");
            },
            "work",
            "-q");
    assertThat(ended).isEqualTo(new Ended(code, "landwaiter: error: the disk is full\ufffd[2J\n"));
  }

  static Stream<Arguments> errorsOfThePlatform() {
    return Stream.of(
        Arguments.of(new NoSuchFileException("a/b"), "a/b does not exist"),
        Arguments.of(new AccessDeniedException("a/b"), "a/b: permission denied"),
        Arguments.of(new FileAlreadyExistsException("a/b"), "a/b is there already"),
        Arguments.of(new EOFException(), "EOFException"));
  }

  @ParameterizedTest
  @MethodSource("errorsOfThePlatform")
  void errorsOfThePlatformAreSentences(IOException error, String said) {
    assertThat(
            run(
                    Dialect.OWN,
                    () -> {
                      throw error;
                    },
                    "work")
                .stderr())
        .isEqualTo("landwaiter: error: " + said + "\n");
  }
}
