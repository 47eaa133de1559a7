package dev.landwaiter.cli.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherProgramTest {
  @TempDir Path folder;

  private OtherProgram program(Duration patience, OtherProgram.Kept kept) {
    return new OtherProgram(folder, Map.of("NAME", "value"), patience, kept);
  }

  private OtherProgram.Output sh(OtherProgram.Kept kept, String script) throws IOException {
    return program(Duration.ofMinutes(1), kept).toEnd(List.of("/bin/sh", "-c", script));
  }

  @Test
  void itHasItsFolderItsVariablesAndNoInput() throws IOException {
    assertThat(sh(OtherProgram.Kept.ALL, "pwd -P; echo $NAME$HOME; cat; exit 3"))
        .isEqualTo(new OtherProgram.Output(3, folder.toRealPath() + "\nvalue\n"));
  }

  @Test
  void errorsAreLeftOutOrKept() throws IOException {
    String script = "echo trouble >&2; echo text";
    assertThat(sh(OtherProgram.Kept.ALL, script).text()).isEqualTo("text\n");
    assertThat(sh(OtherProgram.Kept.END, script).text()).isEqualTo("trouble\ntext\n");
  }

  @Test
  void theEndOfMuchIsKept() throws IOException {
    String text =
        sh(OtherProgram.Kept.END, "head -c 1000000 /dev/zero | tr '\\0' x; echo end").text();
    assertThat(text).hasSize(OtherProgram.Kept.END.bytes()).endsWith("xend\n");
  }

  @Test
  void tooMuchIsAFailure() {
    assertThatThrownBy(() -> sh(OtherProgram.Kept.ALL, "while :; do cat /bin/sh; done"))
        .isInstanceOf(IOException.class)
        .hasMessage("says more than 4194304 bytes");
  }

  @Test
  void patienceEnds() {
    var program = program(Duration.ofMillis(50), OtherProgram.Kept.END);
    assertThatThrownBy(() -> program.toEnd(List.of("/bin/sh", "-c", "sleep 60; sleep 60")))
        .isInstanceOf(IOException.class)
        .hasMessage("takes longer than 0 seconds");
  }

  @Test
  void whatIsNotThereIsNotStarted() {
    var program = program(Duration.ofMinutes(1), OtherProgram.Kept.ALL);
    assertThatThrownBy(() -> program.toEnd(List.of(folder.resolve("none").toString())))
        .isInstanceOf(OtherProgram.NotStartedException.class)
        .hasMessage("cannot be started");
  }
}
