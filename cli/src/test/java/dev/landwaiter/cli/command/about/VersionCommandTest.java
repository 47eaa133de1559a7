package dev.landwaiter.cli.command.about;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.cli.world.Dialect;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionCommandTest {
  @Test
  void tellsOneLine(@TempDir Path folder) throws Exception {
    assertThat(new Calling(Dialect.OWN, folder).output(new VersionCommand()))
        .matches("landwaiter [0-9]+\\.[0-9]+\\.[0-9]+\n");
  }
}
