package dev.landwaiter.cli.command.score;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.Reason;
import dev.landwaiter.base.tree.DirectoryWalk;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileVisitor;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.tree.WalkRules;
import dev.landwaiter.cli.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads what the arguments name: files, standard input, and every manifest below a folder. What
/// cannot be read is a problem; the others are read all the same.
final class ScoreInputs {
  private static final int SIZE_LIMIT = 32 << 20;

  private final World world;
  private final String stdinName;
  private final Take take;
  private final List<Problem> problems = new ArrayList<>();

  /// @param stdinName what standard input is called
  /// @param take is given each file
  ScoreInputs(World world, String stdinName, Take take) {
    this.world = world;
    this.stdinName = stdinName;
    this.take = take;
  }

  /// Takes one file.
  @FunctionalInterface
  interface Take {
    /// Takes a file of at most 32 MiB.
    ///
    /// @param named whether the user named it, rather than a folder around it
    void file(String name, byte[] text, boolean named);
  }

  /// What could not be read.
  List<Problem> problems() {
    return problems;
  }

  /// Reads what one argument names.
  void add(String argument) {
    try {
      if (argument.equals("-")) {
        file(stdinName, world.stdin());
        return;
      }
      Path path = world.folder().resolve(argument);
      if (Files.isDirectory(path)) {
        folder(argument, path);
        return;
      }
      try (InputStream in = Files.newInputStream(path)) {
        file(argument, in);
      }
    } catch (IOException e) {
      String path = world.folder().resolve(argument).toString();
      String reason = Reason.of(e).replace(path + ": ", "").replace(path + " ", "it ");
      problems.add(Problem.in(argument, reason));
    } catch (InvalidPathException e) {
      problems.add(Problem.in(argument, "no file can have this name"));
    }
  }

  private void file(String name, InputStream in) throws IOException {
    byte[] text = in.readNBytes(SIZE_LIMIT + 1);
    if (text.length > SIZE_LIMIT) {
      problems.add(Problem.in(name, tooLarge()));
    } else {
      take.file(name, text, true);
    }
  }

  private static String tooLarge() {
    return "larger than the " + (SIZE_LIMIT >> 20) + " MiB that are read";
  }

  private void folder(String argument, Path folder) throws IOException {
    String prefix = argument.endsWith("/") ? argument : argument + "/";
    String shown = prefix.equals("./") ? "" : prefix;
    var visitor =
        new FileVisitor() {
          @Override
          public boolean wants(FileEntry file) {
            return isManifest(file.name());
          }

          @Override
          public void visit(TreeFile file) {
            take.file(shown + file.path(), file.bytes(), false);
          }

          @Override
          public void tooLarge(FileEntry file, long limit) {
            problems.add(Problem.in(shown + file.path(), ScoreInputs.tooLarge()));
          }
        };
    DirectoryWalk.lead(folder, WalkRules.keeping(SIZE_LIMIT), visitor, problems::add);
  }

  /// Whether a file of this name in a folder is taken for one with manifests.
  static boolean isManifest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
  }
}
