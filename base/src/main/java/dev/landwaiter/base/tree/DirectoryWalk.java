package dev.landwaiter.base.tree;

import dev.landwaiter.base.text.Problem;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Leads a [FileVisitor] over every regular file below a folder.
///
/// Folders are entered in place, and the names of each taken in the order of their bytes. Symbolic
/// links are never followed but at the root itself; sockets, pipes and devices are never opened.
/// What cannot be read is a problem and the walk goes on; what vanishes meanwhile is left out.
/// Needs a system with POSIX permissions.
public final class DirectoryWalk {
  private static final PosixFilePermission[] BITS = PosixFilePermission.values();

  private final Path root;
  private final WalkRules rules;
  private final Consumer<Problem> problems;
  private final StringBuilder path = new StringBuilder();

  private DirectoryWalk(Path root, WalkRules rules, Consumer<Problem> problems) {
    this.root = root;
    this.rules = rules;
    this.problems = problems;
  }

  /// Walks from the root, a folder or one single file.
  ///
  /// @param problems is told of each file or folder that cannot be read, once
  /// @throws IOException when the root cannot be opened, or from the visitor
  public static void lead(
      Path root, WalkRules rules, FileVisitor visitor, Consumer<Problem> problems)
      throws IOException {
    var walk = new DirectoryWalk(root, rules, problems);
    if (Files.isDirectory(root)) {
      walk.folders(visitor);
    } else {
      walk.single(visitor);
    }
  }

  private void single(FileVisitor visitor) throws IOException {
    var attributes = Files.readAttributes(root, PosixFileAttributes.class);
    Path name = root.getFileName();
    if (!attributes.isRegularFile() || name == null) {
      throw new FileSystemException(root.toString(), "", "neither a folder nor a regular file");
    }
    var entry = entry(name(name), attributes);
    if (rules.skipsFile(entry.path()) || !visitor.wants(entry)) {
      return;
    }
    Optional<byte[]> content = Optional.empty();
    if (entry.size() <= rules.sizeLimit()) {
      try (var channel = Files.newByteChannel(root)) {
        content = OpenFolder.read(channel, entry.size(), rules.sizeLimit());
      }
    }
    hand(entry, content, visitor);
  }

  private void folders(FileVisitor visitor) throws IOException {
    Deque<OpenFolder> open = new ArrayDeque<>();
    try {
      open.push(OpenFolder.root(root));
      while (!open.isEmpty()) {
        OpenFolder folder = open.element();
        path.setLength(folder.pathLength());
        Optional<Path> name = folder.nextName();
        if (name.isEmpty()) {
          open.pop().close();
        } else {
          if (!path.isEmpty()) {
            path.append('/');
          }
          path.append(name(name.get()));
          step(folder, name.get(), visitor).ifPresent(open::push);
        }
      }
    } finally {
      for (OpenFolder folder : open) {
        folder.close();
      }
    }
  }

  /// Deals with one entry; gives the folder it is, when it shall be entered.
  private Optional<OpenFolder> step(OpenFolder folder, Path name, FileVisitor visitor)
      throws IOException {
    PosixFileAttributes attributes;
    try {
      attributes = folder.attributes(name);
      if (attributes.isDirectory()) {
        return rules.skipsFolder(path.toString())
            ? Optional.empty()
            : Optional.of(folder.enter(name, path.length()));
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    } catch (IOException e) {
      report(e);
      return Optional.empty();
    }
    if (attributes.isRegularFile()) {
      file(folder, name, attributes, visitor);
    }
    return Optional.empty();
  }

  private void file(
      OpenFolder folder, Path name, PosixFileAttributes attributes, FileVisitor visitor)
      throws IOException {
    var entry = entry(path.toString(), attributes);
    if (rules.skipsFile(entry.path()) || !visitor.wants(entry)) {
      return;
    }
    Optional<byte[]> content = Optional.empty();
    if (entry.size() <= rules.sizeLimit()) {
      try {
        content = folder.content(name, entry.size(), rules.sizeLimit());
      } catch (NoSuchFileException e) {
        return;
      } catch (IOException e) {
        report(e);
        return;
      }
    }
    hand(entry, content, visitor);
  }

  private void hand(FileEntry entry, Optional<byte[]> content, FileVisitor visitor)
      throws IOException {
    if (content.isPresent()) {
      visitor.visit(new TreeFile(entry, content.get()));
    } else {
      visitor.tooLarge(entry, rules.sizeLimit());
    }
  }

  private void report(IOException cause) {
    String message;
    if (cause instanceof AccessDeniedException) {
      message = "cannot be read: permission denied";
    } else if (cause instanceof FileSystemException system && system.getReason() != null) {
      message = "cannot be read: " + system.getReason();
    } else {
      message = "cannot be read: " + cause.getMessage();
    }
    problems.accept(Problem.in(path.toString(), message));
  }

  private static FileEntry entry(String path, PosixFileAttributes attributes) {
    Set<PosixFilePermission> permissions = attributes.permissions();
    int mode = 0;
    for (PosixFilePermission bit : BITS) {
      mode = mode << 1 | (permissions.contains(bit) ? 1 : 0);
    }
    return new FileEntry(path, attributes.size(), mode);
  }

  /// The name decoded as UTF-8, whatever the locale of the process is.
  private static String name(Path name) {
    String text = name.toString();
    if (text.indexOf('\ufffd') < 0) {
      return text;
    }
    String raw = name.toUri().getRawPath();
    int end = raw.endsWith("/") ? raw.length() - 1 : raw.length();
    String last = raw.substring(raw.lastIndexOf('/', end - 1) + 1, end);
    return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
