package dev.landwaiter.rego.load;

import dev.landwaiter.base.text.Glob;
import dev.landwaiter.base.text.InvalidGlobException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/// The files below paths, as a user names them.
public final class NamedFiles {
  /// The largest file that is read.
  static final long SIZE_LIMIT = 512L << 20;

  private static final int DEPTH_LIMIT = 256;
  private static final int FILE_LIMIT = 1_000_000;

  private final Path folder;
  private final List<Glob> ignored = new ArrayList<>();

  /// @param folder that relative paths start from
  /// @throws LoadException for a pattern that is none
  public NamedFiles(Path folder, List<String> ignore) throws LoadException {
    this.folder = folder;
    for (String pattern : ignore) {
      try {
        ignored.add(Glob.compile(pattern));
      } catch (InvalidGlobException e) {
        throw new LoadException("the pattern " + pattern + " to ignore: " + e.getMessage());
      }
    }
  }

  /// Whether a path names a folder.
  public boolean isFolder(String path) {
    return Files.isDirectory(folder.resolve(path));
  }

  Path at(String path) {
    return folder.resolve(path);
  }

  /// The names of all files below a path, in order of their names; the path itself when it is a
  /// file. Names begin with the path as given.
  ///
  /// @throws LoadException when the path is not there or a folder cannot be read
  public List<String> below(String path) throws LoadException {
    if (!Files.exists(folder.resolve(path))) {
      throw new LoadException("stat " + path + ": no such file or directory");
    }
    List<String> found = new ArrayList<>();
    new Walk(found).walk(clean(path), 0);
    return found;
  }

  private final class Walk {
    private final List<String> found;
    private final Deque<Path> open = new ArrayDeque<>();
    private int seen;

    Walk(List<String> found) {
      this.found = found;
    }

    void walk(String path, int depth) throws LoadException {
      Path place = folder.resolve(path);
      if (depth > 0 && isIgnored(String.valueOf(place.getFileName()))) {
        return;
      }
      if (++seen > FILE_LIMIT) {
        throw new LoadException(path + ": more than the " + FILE_LIMIT + " files that are read");
      }
      if (!Files.isDirectory(place)) {
        found.add(path);
        return;
      }
      if (depth > DEPTH_LIMIT) {
        throw new LoadException(path + ": more than " + DEPTH_LIMIT + " folders inside each other");
      }
      open.push(real(place, path));
      for (String name : names(place, path)) {
        walk(
            path.equals(".") ? name : path.endsWith("/") ? path + name : path + "/" + name,
            depth + 1);
      }
      open.pop();
    }

    /// Where a folder really is, which must not be above it.
    private Path real(Path place, String path) throws LoadException {
      try {
        Path real = place.toRealPath();
        if (open.contains(real)) {
          throw new LoadException(path + ": a link to a folder that it stands in");
        }
        return real;
      } catch (IOException e) {
        throw new LoadException("open " + path + ": " + reason(e));
      }
    }
  }

  private static List<String> names(Path place, String path) throws LoadException {
    try (Stream<Path> entries = Files.list(place)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new LoadException("open " + path + ": " + reason(e));
    }
  }

  private boolean isIgnored(String name) {
    return ignored.stream().anyMatch(glob -> glob.matches(name));
  }

  /// A path without `./` in front and `/` behind.
  static String clean(String path) {
    String clean = path;
    while (clean.startsWith("./")) {
      clean = clean.substring(2);
    }
    while (clean.length() > 1 && clean.endsWith("/")) {
      clean = clean.substring(0, clean.length() - 1);
    }
    return clean.isEmpty() ? "." : clean;
  }

  /// The bytes of a file.
  ///
  /// @throws LoadException when it cannot be read
  public byte[] bytes(String path) throws LoadException {
    try {
      Path place = folder.resolve(path);
      if (Files.size(place) > SIZE_LIMIT) {
        throw new LoadException(path + ": larger than the 512 MiB that are read");
      }
      return Files.readAllBytes(place);
    } catch (IOException e) {
      throw new LoadException("open " + path + ": " + reason(e));
    }
  }

  static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "no such file or directory";
      case AccessDeniedException _ -> "permission denied";
      default -> String.valueOf(e.getMessage());
    };
  }
}
