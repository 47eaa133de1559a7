package dev.landwaiter.base.tree;

import dev.landwaiter.base.text.Glob;
import dev.landwaiter.base.text.InvalidGlobException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a [DirectoryWalk] leaves out, and how much of a file it keeps.
///
/// `proc`, `sys` and `dev` at the root and `.git` anywhere are always left out.
///
/// @param skippedFolders globs over paths relative to the root; such folders are not entered
/// @param skippedFiles globs over paths relative to the root
/// @param sizeLimit the size, in bytes, above which a wanted file is too large
public record WalkRules(List<Glob> skippedFolders, List<Glob> skippedFiles, int sizeLimit) {
  private static final Set<String> ALWAYS_SKIPPED = Set.of("proc", "sys", "dev", ".git");

  public WalkRules {
    skippedFolders = List.copyOf(skippedFolders);
    skippedFiles = List.copyOf(skippedFiles);
  }

  /// Rules that skip nothing of their own.
  public static WalkRules keeping(int sizeLimit) {
    return new WalkRules(List.of(), List.of(), sizeLimit);
  }

  /// Rules as a user writes them: each value is a glob over relative paths, or names an existing
  /// file or folder below the root (absolute, or relative to the working directory).
  ///
  /// @throws InvalidGlobException when a value names nothing and is no glob either
  public static WalkRules of(Path root, List<String> folders, List<String> files, int sizeLimit)
      throws InvalidGlobException {
    return new WalkRules(globs(root, folders), globs(root, files), sizeLimit);
  }

  boolean skipsFolder(String path) {
    return ALWAYS_SKIPPED.contains(path)
        || path.endsWith("/.git")
        || skippedFolders.stream().anyMatch(glob -> glob.matches(path));
  }

  boolean skipsFile(String path) {
    return skippedFiles.stream().anyMatch(glob -> glob.matches(path));
  }

  private static List<Glob> globs(Path root, List<String> values) throws InvalidGlobException {
    Path base = root.toAbsolutePath().normalize();
    List<Glob> globs = new ArrayList<>();
    for (String value : values) {
      if (value.isEmpty()) {
        continue;
      }
      Path named = value.indexOf('\0') >= 0 ? base : Path.of(value).toAbsolutePath().normalize();
      if (!named.equals(base) && named.startsWith(base) && Files.exists(named)) {
        globs.add(Glob.literal(base.relativize(named).toString()));
      } else {
        globs.add(Glob.compile(relative(value)));
      }
    }
    return globs;
  }

  private static String relative(String value) {
    int start = 0;
    while (value.startsWith("/", start) || value.startsWith("./", start)) {
      start += value.charAt(start) == '/' ? 1 : 2;
    }
    int end = value.length();
    while (end > start && value.charAt(end - 1) == '/') {
      end--;
    }
    return value.substring(start, end);
  }
}
