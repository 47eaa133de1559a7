package dev.landwaiter.scan.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileVisitor;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.scan.FileSelection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectedFilesTest {
  /// Wants everything but what ends in `.no`.
  private static final class Notes implements FileVisitor {
    private final List<String> seen = new ArrayList<>();

    @Override
    public boolean wants(FileEntry file) {
      return !file.path().endsWith(".no");
    }

    @Override
    public void visit(TreeFile file) {
      seen.add(file.path());
    }

    @Override
    public void tooLarge(FileEntry file, long limit) {
      seen.add(file.path() + " is larger than " + limit);
    }
  }

  private static boolean wanted(String skipFiles, String skipDirs, String path) throws Exception {
    var selection =
        new FileSelection(
            skipFiles.isEmpty() ? List.of() : List.of(skipFiles),
            skipDirs.isEmpty() ? List.of() : List.of(skipDirs));
    return new SelectedFiles(new Notes(), selection).wants(new FileEntry(path, 1, 0644));
  }

  @ParameterizedTest
  @CsvSource({
    "app/x.json, app/x.json, false",
    "/app/x.json, app/x.json, false",
    "./app/x.json, app/x.json, false",
    "app/x.json, app/x.json.bak, true",
    "app/x.json, root/app/x.json, true",
    "**/x.json, root/app/x.json, false",
    "*.json, x.json, false",
    "*.json, app/x.json, true",
    "app, app/x.json, true",
    "'', app/x.json, true",
    "'', app/x.no, false"
  })
  void files(String pattern, String path, boolean wanted) throws Exception {
    assertThat(wanted(pattern, "", path)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "app, app/x, false",
    "app, app/deep/down/x, false",
    "app/, app/x, false",
    "/app, app/x, false",
    "app, apple/x, true",
    "app, x, true",
    "app, lib/app/x, true",
    "**/app, lib/app/deep/x, false",
    "lib/*, lib/app/x, false",
    "lib/*, lib/x, true",
    "usr/share, usr/share/doc/x, false",
    "usr/share, usr/lib/x, true"
  })
  void folders(String pattern, String path, boolean wanted) throws Exception {
    assertThat(wanted("", pattern, path)).isEqualTo(wanted);
  }

  @Test
  void theAnswerForOneFolderIsNotThatForTheNext() throws Exception {
    var selected =
        new SelectedFiles(new Notes(), new FileSelection(List.of(), List.of("a/skipped")));
    List<String> paths = List.of("a/skipped/1", "a/skipped/2", "a/1", "a/skipped/3", "b/skipped/1");
    assertThat(paths.stream().filter(path -> selected.wants(new FileEntry(path, 1, 0644))))
        .containsExactly("a/1", "b/skipped/1");
  }

  @Test
  void theRestIsHandedOn() throws Exception {
    var notes = new Notes();
    var selected = new SelectedFiles(notes, FileSelection.ALL);
    selected.visit(new TreeFile(new FileEntry("a", 0, 0644), new byte[0]));
    selected.tooLarge(new FileEntry("b", 9, 0644), 5);
    assertThat(notes.seen).containsExactly("a", "b is larger than 5");
  }
}
