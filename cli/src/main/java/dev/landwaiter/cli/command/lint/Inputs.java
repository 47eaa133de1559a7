package dev.landwaiter.cli.command.lint;

import dev.landwaiter.base.text.Reason;
import dev.landwaiter.base.tree.DirectoryWalk;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileVisitor;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.tree.WalkRules;
import dev.landwaiter.cli.command.Invocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads what the arguments name: files, standard input, and every Dockerfile of a folder.
final class Inputs {
  private static final int SIZE_LIMIT = 8 << 20;

  private final Invocation invocation;
  private final String stdinName;
  private final List<Input> inputs = new ArrayList<>();
  private int unread;

  /// @param stdinName what standard input is called
  Inputs(Invocation invocation, String stdinName) {
    this.invocation = invocation;
    this.stdinName = stdinName;
  }

  List<Input> all() {
    return inputs;
  }

  /// How many files could not be opened; the log has said which.
  int unread() {
    return unread;
  }

  /// Reads what one argument names; folders too where they may be named.
  void add(String argument, boolean folders) {
    try {
      if (argument.equals("-")) {
        inputs.add(new Input(stdinName, Optional.empty(), bounded(invocation.world().stdin())));
        return;
      }
      Path path = invocation.world().folder().resolve(argument);
      if (folders && Files.isDirectory(path)) {
        addFolder(argument, path);
        return;
      }
      try (InputStream in = Files.newInputStream(path)) {
        inputs.add(new Input(argument, Optional.of(path), bounded(in)));
      }
    } catch (IOException e) {
      tell(argument + ": " + without(argument, Reason.of(e)));
    } catch (InvalidPathException e) {
      tell("\"" + argument + "\" cannot be the name of a file");
    }
  }

  /// The reason without the file's absolute path, which the user did not write.
  private String without(String argument, String reason) {
    String path = invocation.world().folder().resolve(argument).toString();
    return reason.startsWith(path + ": ")
        ? reason.substring(path.length() + 2)
        : reason.startsWith(path + " ") ? "it" + reason.substring(path.length()) : reason;
  }

  private void tell(String message) {
    unread++;
    invocation.log().error(message);
  }

  private static byte[] bounded(InputStream in) throws IOException {
    byte[] text = in.readNBytes(SIZE_LIMIT + 1);
    if (text.length > SIZE_LIMIT) {
      throw new IOException("larger than " + SIZE_LIMIT + " bytes, which no Dockerfile is");
    }
    return text;
  }

  private void addFolder(String argument, Path folder) throws IOException {
    String prefix = argument.endsWith("/") ? argument : argument + "/";
    String shown = prefix.equals("./") ? "" : prefix;
    int before = inputs.size();
    var visitor =
        new FileVisitor() {
          @Override
          public boolean wants(FileEntry file) {
            return isDockerfile(file.name());
          }

          @Override
          public void visit(TreeFile file) {
            String path = file.path();
            inputs.add(new Input(shown + path, Optional.of(folder.resolve(path)), file.bytes()));
          }

          @Override
          public void tooLarge(FileEntry file, long limit) {
            tell(shown + file.path() + ": larger than " + limit + " bytes, which no Dockerfile is");
          }
        };
    DirectoryWalk.lead(
        folder, WalkRules.keeping(SIZE_LIMIT), visitor, problem -> tell(problem.toString()));
    if (inputs.size() == before) {
      tell(
          argument
              + ": no Dockerfile in this folder; their names are Dockerfile, Dockerfile.*,"
              + " *.Dockerfile and Containerfile");
    }
  }

  /// Whether a file of this name is taken for a Dockerfile.
  static boolean isDockerfile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean named = false;
    for (String word : List.of("dockerfile", "containerfile")) {
      named |= lower.equals(word) || lower.startsWith(word + ".") || lower.endsWith("." + word);
    }
    return named && !lower.endsWith(".dockerignore") && !lower.endsWith("~");
  }
}
