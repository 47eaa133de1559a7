package dev.landwaiter.cli.command.lint;

import dev.landwaiter.base.text.Reason;
import dev.landwaiter.base.tree.DirectoryWalk;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileVisitor;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.tree.WalkRules;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.dockerfile.parse.Limits;
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
  private static final int SIZE_LIMIT = Limits.USUAL.bytes();

  /// Where a file that is no text shows it.
  private static final int BEGINNING = 8192;

  private final Invocation invocation;
  private final String stdinName;
  private final boolean own;
  private final List<Input> inputs = new ArrayList<>();
  private int unread;

  /// @param stdinName what standard input is called
  /// @param own whether folders may be named, and files that are no text are refused
  Inputs(Invocation invocation, String stdinName, boolean own) {
    this.invocation = invocation;
    this.stdinName = stdinName;
    this.own = own;
  }

  List<Input> all() {
    return inputs;
  }

  /// How many files could not be opened; the log has said which.
  int unread() {
    return unread;
  }

  /// Reads what one argument names.
  void add(String argument) {
    try {
      if (argument.equals("-")) {
        add(stdinName, Optional.empty(), bounded(invocation.world().stdin()));
        return;
      }
      Path path = invocation.world().folder().resolve(argument);
      if (own && Files.isDirectory(path)) {
        addFolder(argument, path);
        return;
      }
      try (InputStream in = Files.newInputStream(path)) {
        add(argument, Optional.of(path), bounded(in));
      }
    } catch (IOException e) {
      tell(argument + ": " + without(argument, Reason.of(e)));
    } catch (InvalidPathException e) {
      tell("\"" + argument + "\" cannot be the name of a file");
    }
  }

  private void add(String name, Optional<Path> path, byte[] text) {
    if (own && binary(text)) {
      tell(name + ": this is no text, there are zero bytes in it");
    } else {
      inputs.add(new Input(name, path, text));
    }
  }

  /// Whether there are zero bytes where no encoding of text has them.
  private static boolean binary(byte[] text) {
    boolean wide =
        text.length >= 2
            && ((text[0] == -1 && text[1] == -2)
                || (text[0] == -2 && text[1] == -1)
                || (text[0] == 0 && text[1] == 0));
    for (int i = 0; i < Math.min(text.length, BEGINNING) && !wide; i++) {
      if (text[i] == 0) {
        return true;
      }
    }
    return false;
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
    int before = inputs.size() + unread;
    var visitor =
        new FileVisitor() {
          @Override
          public boolean wants(FileEntry file) {
            return isDockerfile(file.name());
          }

          @Override
          public void visit(TreeFile file) {
            String path = file.path();
            add(shown + path, Optional.of(folder.resolve(path)), file.bytes());
          }

          @Override
          public void tooLarge(FileEntry file, long limit) {
            tell(shown + file.path() + ": larger than " + limit + " bytes, which no Dockerfile is");
          }
        };
    DirectoryWalk.lead(
        folder, WalkRules.keeping(SIZE_LIMIT), visitor, problem -> tell(problem.toString()));
    for (Path link : Links.in(folder.toRealPath())) {
      invocation
          .log()
          .warn(shown + link + " is a link and is not followed; name it to have it linted");
    }
    if (inputs.size() + unread == before) {
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
