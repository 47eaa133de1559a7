package dev.landwaiter.base.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.tree.DirectoryWalk;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileVisitor;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.tree.WalkRules;
import dev.landwaiter.testing.Shared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Manifests of public projects: each is read, or refused with a place in it.
class YamlCorpusTest {
  @TempDir Path folder;

  private static final class Reading implements FileVisitor {
    final List<String> refused = new ArrayList<>();
    int files;
    int documents;

    @Override
    public boolean wants(FileEntry file) {
      return file.name().endsWith(".yaml") || file.name().endsWith(".yml");
    }

    @Override
    public void visit(TreeFile file) {
      files++;
      try {
        documents += Yaml.parseAll(file.path(), file.bytes()).size();
      } catch (FormatException e) {
        assertThat(e.problem().position()).as(e.getMessage()).isPresent();
        refused.add(e.getMessage());
      }
    }

    @Override
    public void tooLarge(FileEntry file, long limit) {
      throw new AssertionError(file + " is larger than " + limit);
    }
  }

  @Test
  void readsTheManifestsOfPublicProjects() throws Exception {
    Path archive = Shared.path("corpora/k8s-dev.tar.zst");
    var unpack =
        new ProcessBuilder("tar", "--zstd", "-xf", archive.toString(), "-C", folder.toString())
            .inheritIO()
            .start();
    assertThat(unpack.waitFor()).as("tar with zstd unpacks the manifests").isZero();
    var reading = new Reading();
    DirectoryWalk.lead(
        folder,
        WalkRules.keeping(16 << 20),
        reading,
        problem -> {
          throw new AssertionError(problem);
        });
    assertThat(reading.files).isEqualTo(3_121);
    assertThat(reading.documents).isEqualTo(3_920);
    // Read by hand: templates that are not rendered, and keys given twice.
    assertThat(reading.refused)
        .filteredOn(message -> message.contains("a map cannot be a key"))
        .hasSize(11);
    assertThat(reading.refused)
        .filteredOn(message -> message.contains("stands twice in one map"))
        .hasSize(7);
    assertThat(reading.refused).hasSize(18);
  }
}
