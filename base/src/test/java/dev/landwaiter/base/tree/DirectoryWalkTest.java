package dev.landwaiter.base.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.text.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryWalkTest {
  @TempDir Path root;

  private final List<Problem> problems = new ArrayList<>();

  /// Notes what it is shown: wanted files as `PATH SIZE MODE`, larger ones as `PATH > LIMIT`.
  private static final class Notes implements FileVisitor {
    private final List<String> lines = new ArrayList<>();
    private final Consumer<FileEntry> before;

    Notes(Consumer<FileEntry> before) {
      this.before = before;
    }

    @Override
    public boolean wants(FileEntry file) {
      before.accept(file);
      return !file.name().equals("unwanted");
    }

    @Override
    public void visit(TreeFile file) {
      lines.add("%s %d %o".formatted(file.path(), file.bytes().length, file.entry().mode()));
    }

    @Override
    public void tooLarge(FileEntry file, long limit) {
      lines.add(file.path() + " > " + limit);
    }
  }

  private void write(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
  }

  private List<String> walk(WalkRules rules) throws IOException {
    return walk(root, rules, file -> {});
  }

  private List<String> walk(Path from, WalkRules rules, Consumer<FileEntry> before)
      throws IOException {
    var notes = new Notes(before);
    DirectoryWalk.lead(from, rules, notes, problems::add);
    return notes.lines;
  }

  @Test
  void visitsInTheOrderOfBytes() throws IOException {
    write("b/z", "12");
    write("b.txt", "1");
    write("a", "");
    write("B", "123");
    write("é+%41", "x");
    write("b/unwanted", "x");
    write("b/large", "12345");
    Files.setPosixFilePermissions(root.resolve("a"), PosixFilePermissions.fromString("rwxr-x--x"));
    assertThat(walk(WalkRules.keeping(4)))
        .containsExactly(
            "B 3 640", "a 0 751", "b/large > 4", "b/z 2 640", "b.txt 1 640", "é+%41 1 640");
    assertThat(problems).isEmpty();
  }

  @Test
  void followsNoLinksAndOpensNothingSpecial() throws Exception {
    write("real/file", "1");
    Files.createSymbolicLink(root.resolve("link"), root.resolve("real/file"));
    Files.createSymbolicLink(root.resolve("loop"), root);
    Files.createSymbolicLink(root.resolve("dangling"), Path.of("/nowhere"));
    assertThat(new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start().waitFor())
        .isZero();
    try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(root.resolve("socket")));
      assertThat(walk(WalkRules.keeping(9))).containsExactly("real/file 1 640");
    }
    assertThat(walk(root.resolve("loop"), WalkRules.keeping(9), file -> {}))
        .containsExactly("real/file 1 640");
    assertThat(problems).isEmpty();
  }

  @Test
  void skipsWhatTheRulesName() throws Exception {
    for (String path :
        List.of(
            "proc/1",
            "sys/1",
            "dev/1",
            ".git/1",
            "a/.git/1",
            "a/proc/1",
            "a/node_modules/x/1",
            "b[1]/1",
            "b1/1",
            "c/d/1",
            "c/d/2",
            "e/.gitx/1",
            "f.md")) {
      write(path, "");
    }
    var rules =
        WalkRules.of(
            root,
            List.of("**/node_modules/", root.resolve("b[1]").toString(), "./c/nothing", "/e/*"),
            List.of("**/*.md", root + "/c/d/1"),
            9);
    assertThat(walk(rules)).containsExactly("a/proc/1 0 640", "b1/1 0 640", "c/d/2 0 640");
  }

  @Test
  void aFileIsAWalkOfItsOwn() throws Exception {
    write("a/go.mod", "module x");
    Path file = root.resolve("a/go.mod");
    assertThat(walk(file, WalkRules.keeping(100), entry -> {})).containsExactly("go.mod 8 640");
    assertThat(walk(file, WalkRules.keeping(3), entry -> {})).containsExactly("go.mod > 3");
    assertThatThrownBy(() -> walk(root.resolve("nothing"), WalkRules.keeping(1), entry -> {}))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> walk(Path.of("/dev/null"), WalkRules.keeping(1), entry -> {}))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("neither a folder nor a regular file");
  }

  @Test
  void whatVanishesOrGrowsMeanwhile() throws IOException {
    write("a", "");
    write("b", "");
    write("c/d", "");
    write("e", "1234");
    List<String> seen =
        walk(
            root,
            WalkRules.keeping(4),
            file -> {
              try {
                if (file.path().equals("a")) {
                  Files.delete(root.resolve("a"));
                  Files.delete(root.resolve("b"));
                  Files.delete(root.resolve("c/d"));
                  Files.delete(root.resolve("c"));
                } else {
                  Files.writeString(root.resolve(file.path()), "5", StandardOpenOption.APPEND);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(seen).containsExactly("e > 4");
    assertThat(problems).isEmpty();
  }

  @Test
  void filesWhoseSizeSaysNothingAreReadToTheirEnd() throws IOException {
    var notes = walk(Path.of("/proc/self/status"), WalkRules.keeping(1 << 20), file -> {});
    assertThat(notes.getFirst()).startsWith("status ").doesNotStartWith("status 0");
  }

  @Test
  void unreadableFilesAreProblems() throws Exception {
    var rules = WalkRules.of(Path.of("/proc/self"), List.of("*"), List.of("[!m]*", "m[!e]*"), 99);
    assertThat(walk(Path.of("/proc/self"), rules, file -> {})).isEmpty();
    assertThat(problems).singleElement().hasToString("mem: cannot be read: Input/output error");
  }

  /// Chains of folders are put below one another, since no system call takes the whole path.
  @Test
  void tenThousandFoldersDeep() throws Exception {
    Path deepest = root.resolve("deep");
    Files.createDirectories(deepest);
    Files.writeString(deepest.resolve("file"), "found");
    for (int i = 0; i < 100; i++) {
      Path chain = root.resolve("next" + i);
      Path bottom = chain;
      for (int j = 0; j < 99; j++) {
        bottom = bottom.resolve("d");
      }
      Files.createDirectories(bottom);
      Files.move(deepest, bottom.resolve("d"));
      deepest = chain;
    }
    List<String> seen = walk(WalkRules.keeping(9));
    new ProcessBuilder("rm", "-rf", deepest.toString()).start().waitFor();
    assertThat(problems).isEmpty();
    assertThat(seen).singleElement().asString().startsWith("next99/d/d/").contains("/d/file 5 6");
    assertThat(seen.getFirst().chars().filter(c -> c == '/').count()).isEqualTo(10_001);
  }
}
