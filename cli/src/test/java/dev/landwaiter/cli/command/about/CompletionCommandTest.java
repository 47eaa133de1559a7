package dev.landwaiter.cli.command.about;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.world.Dialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTest {
  private static final Command COMMAND =
      new CompletionCommand(() -> List.of(new VersionCommand(), new TrivyVersionCommand()));

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void namesCommandsAndFlags(String shell, @TempDir Path folder) throws Exception {
    assertThat(new Calling(Dialect.OWN, folder).output(COMMAND, shell))
        .contains("version", "format", "json", "cache-dir");
  }

  /// A real shell reads the script and completes with it.
  @Test
  void bashCompletes(@TempDir Path folder) throws Exception {
    Path script = folder.resolve("completion.bash");
    Files.writeString(script, new Calling(Dialect.OWN, folder).output(COMMAND, "bash"));
    String words =
        ". \"$0\"; COMP_WORDS=(landwaiter version --form); COMP_CWORD=2; _landwaiter;"
            + " echo \"${COMPREPLY[*]}\"";
    Process bash =
        new ProcessBuilder("bash", "-c", words, script.toString())
            .redirectErrorStream(true)
            .start();
    String answer =
        new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(answer).isEqualTo("--format");
  }

  @Test
  void anUnknownShellIsWrongUsage(@TempDir Path folder) {
    assertThatThrownBy(() -> new Calling(Dialect.OWN, folder).output(COMMAND, "tcsh"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("bash, zsh, fish");
  }
}
