package dev.landwaiter.cli.command.about;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.world.Dialect;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrivyVersionCommandTest {
  @Test
  void tellsTheVersionFollowedAndOurs(@TempDir Path folder) throws Exception {
    assertThat(new Calling(Dialect.TRIVY, folder).output(new TrivyVersionCommand()))
        .matches("Version: [0-9.]+\\+landwaiter\\.[0-9.]+\n");
  }

  @Test
  void asJsonWithoutADatabase(@TempDir Path folder) throws Exception {
    String text =
        new Calling(Dialect.TRIVY, folder).output(new TrivyVersionCommand(), "-f", "json");
    Value answer = Json.parse("version", text);
    assertThat(answer.text("Version")).contains("+landwaiter.");
    assertThat(answer.get("VulnerabilityDB")).isEmpty();
  }
}
