package dev.landwaiter.policy.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String name :
        List.of(
            "d/b.yaml", "d/a.json", "d/sub/c.yaml", "d/.hidden/h.yaml", "d/x.txt", "t/t.yaml")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "a: 1\n");
    }
  }

  private InputFiles.Found find(String ignore, String... arguments) throws FormatException {
    return new InputFiles(folder, Set.of("yaml", "json")::contains, ignore)
        .find(List.of(arguments));
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(folder.resolve(name), Path.of(target));
  }

  @Test
  void foldersAreWalkedInOrder() throws Exception {
    var found = find("", "d");
    assertThat(found.files())
        .containsExactly("d/.hidden/h.yaml", "d/a.json", "d/b.yaml", "d/sub/c.yaml");
    assertThat(found.unread()).containsExactly("d/x.txt");
    assertThat(found.problems()).isEmpty();
    assertThat(find("", ".").files()).contains("d/a.json", "t/t.yaml");
    assertThat(find("", "./d/", "d/sub/../sub").files()).isEqualTo(found.files());
  }

  @Test
  void filesAreTakenAsTheyAreNamed() throws Exception {
    assertThat(find("x", "-", "d/x.txt", "", "./d/a.json", "d/x.txt").files())
        .containsExactly("-", "d/x.txt", "./d/a.json");
  }

  @Test
  void pathsInFoldersCanBeIgnored() throws Exception {
    assertThat(find("sub/|\\.json$", "d").files()).containsExactly("d/.hidden/h.yaml", "d/b.yaml");
    assertThatThrownBy(() -> find("(", "d")).isInstanceOf(FormatException.class);
  }

  @Test
  void linksAreFollowedOnce() throws Exception {
    link("l", "t");
    link("d/in.yaml", "../t/t.yaml");
    link("d/sub/up", "../..");
    link("d/nowhere", "nothing");
    assertThat(find("", "l").files()).containsExactly("t/t.yaml");
    var found = find("", "d");
    assertThat(found.files())
        .contains("d/a.json", "d/sub/c.yaml", "t/t.yaml")
        .doesNotHaveDuplicates();
    assertThat(found.problems()).extracting(Problem::where).containsExactly("d/nowhere");
  }

  @Test
  void linksInCirclesEnd() throws Exception {
    link("a", "b");
    link("b", "a");
    var found = find("", "a", "d", "no.yaml");
    assertThat(found.files()).hasSize(4);
    assertThat(found.problems()).extracting(Problem::where).containsExactly("a", "no.yaml");
  }
}
