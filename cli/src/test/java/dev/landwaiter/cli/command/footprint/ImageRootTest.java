package dev.landwaiter.cli.command.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageRootTest {
  private static final String PATH = "/usr/local/bin:/bin";

  @TempDir Path folder;

  @Test
  void programsAreFoundByPathAndByName() throws IOException {
    file("bin/tool");
    assertThat(root().find("/bin/tool", "")).contains("/bin/tool");
    assertThat(root().find("tool", PATH)).contains("/bin/tool");
    assertThat(root().find("other", PATH)).isEmpty();
    assertThat(root().find("/bin", PATH)).isEmpty();
  }

  @Test
  void linksAreFollowedInsideTheImageOnly() throws IOException {
    file("usr/bin/tool");
    link("bin", "usr/bin");
    link("usr/bin/absolute", "/bin/tool");
    link("usr/bin/relative", "../../bin/tool");
    link("usr/bin/up", "../../../../../../../../bin/tool");
    link("usr/bin/out", folder.resolve("usr/bin/tool").toString());
    assertThat(root().find("/bin/absolute", "")).isPresent();
    assertThat(root().find("/bin/relative", "")).isPresent();
    assertThat(root().find("/bin/up", "")).isPresent();
    assertThat(root().find("/bin/out", "")).isEmpty();
    assertThat(root().find("../../../bin/tool", "")).isPresent();
  }

  @Test
  void circlesOfLinksEnd() throws IOException {
    link("one", "two");
    link("two", "one");
    link("deep", "deep/deep/deep");
    assertThat(root().find("/one", "")).isEmpty();
    assertThat(root().find("/deep", "")).isEmpty();
  }

  @Test
  void theRootIsNoProgram() throws IOException {
    assertThat(root().find("/", "")).isEmpty();
    assertThat(root().find("/..", "")).isEmpty();
    link("top", "/");
    assertThat(root().find("/top", "")).isEmpty();
    Files.delete(folder.resolve("top"));
  }

  private ImageRoot root() {
    return new ImageRoot(folder);
  }

  private void file(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "x");
  }

  private void link(String path, String target) throws IOException {
    Files.createSymbolicLink(folder.resolve(path), Path.of(target));
  }
}
