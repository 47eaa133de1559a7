package dev.landwaiter.policy.gatekeeper.suite;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Finds suites: a file, the files of a folder, or with `/...` at the end those below it too.
public final class SuiteFiles {
  private static final String RECURSIVE = "...";
  private static final int DEPTH_LIMIT = 100;
  private static final int FILE_LIMIT = 100_000;

  /// What every suite holds: the group of its kind.
  private static final byte[] MARK = "test.gatekeeper.sh".getBytes(StandardCharsets.US_ASCII);

  private final Path folder;
  private final boolean all;
  private final List<Suite> suites = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int files;

  /// Begins a search.
  ///
  /// @param folder what relative paths start from
  /// @param all whether all files of a folder must be readable, as with gator, and not only those
  ///   that can be suites
  public SuiteFiles(Path folder, boolean all) {
    this.folder = folder;
    this.all = all;
  }

  /// What was found.
  ///
  /// @param suites in the order of their paths
  /// @param problems files that cannot be read, and arguments that name nothing
  public record Found(List<Suite> suites, List<Problem> problems) {
    public Found {
      suites = List.copyOf(suites);
      problems = List.copyOf(problems);
    }
  }

  /// Finds the suites of one argument. Files that hold something else are left out.
  public Found find(String argument) {
    boolean recursive = argument.equals(RECURSIVE) || argument.endsWith("/" + RECURSIVE);
    String start =
        recursive ? argument.substring(0, argument.length() - RECURSIVE.length()) : argument;
    String bare = start.length() > 1 && start.endsWith("/") ? cut(start) : start;
    Path path = folder.resolve(bare);
    if (argument.isEmpty()) {
      problems.add(Problem.in("", "the name of a suite is empty"));
    } else if (Files.isDirectory(path)) {
      enter(path, prefix(bare), recursive, 0);
    } else if (!Files.exists(path)) {
      problems.add(Problem.in(bare, "there is no such file or folder"));
    } else if (recursive) {
      problems.add(Problem.in(bare, "no folder: only folders are searched with /..."));
    } else if (!isYaml(bare)) {
      problems.add(Problem.in(bare, "suites are files whose names end in .yaml or .yml"));
    } else {
      file(path, argument, true);
    }
    return new Found(suites, problems);
  }

  private static String prefix(String folder) {
    boolean here = folder.isEmpty() || folder.equals(".");
    return here ? "" : folder.endsWith("/") ? folder : folder + "/";
  }

  private static String cut(String path) {
    String rest = path;
    while (rest.length() > 1 && rest.endsWith("/")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    return rest;
  }

  private static boolean isYaml(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /// Reads a folder; links to other folders are not followed.
  private void enter(Path path, String prefix, boolean recursive, int depth) {
    if (depth > DEPTH_LIMIT) {
      problems.add(
          Problem.in(prefix, "folders are not searched more than %d deep".formatted(DEPTH_LIMIT)));
      return;
    }
    List<Path> entries;
    try (Stream<Path> listed = Files.list(path)) {
      entries = listed.sorted().toList();
    } catch (IOException e) {
      problems.add(Problem.in(prefix, "cannot be read: " + Reason.of(e)));
      return;
    }
    for (Path entry : entries) {
      String name = String.valueOf(entry.getFileName());
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        if (recursive) {
          enter(entry, prefix + name + "/", true, depth + 1);
        }
      } else if (isYaml(name) && !Files.isDirectory(entry)) {
        if (++files > FILE_LIMIT) {
          if (files == FILE_LIMIT + 1) {
            problems.add(
                Problem.in(prefix, "more than %,d files are not searched".formatted(FILE_LIMIT)));
          }
          return;
        }
        file(entry, prefix + name, all);
      }
    }
  }

  private void file(Path path, String name, boolean must) {
    try {
      byte[] bytes = SuiteFile.bytes(path);
      if (must || isMarked(bytes)) {
        SuiteReader.read(name, path, bytes).ifPresent(suites::add);
      }
    } catch (FormatException e) {
      problems.add(e.problem());
    } catch (SuiteException e) {
      problems.add(Problem.in(name, e.text()));
    }
  }

  private static boolean isMarked(byte[] bytes) {
    for (int i = 0; i <= bytes.length - MARK.length; i++) {
      if (bytes[i] == MARK[0] && Arrays.equals(bytes, i, i + MARK.length, MARK, 0, MARK.length)) {
        return true;
      }
    }
    return false;
  }
}
