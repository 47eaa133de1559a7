package dev.landwaiter.policy.input;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.Reason;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Finds the configuration files that arguments name: files as they are given, and of folders all
/// files whose name tells their format, hidden ones too.
///
/// Links are followed and reported under the path they lead to; no folder is walked twice.
public final class InputFiles {
  private static final int MOST_FILES = 1_000_000;

  private final Path folder;
  private final Predicate<String> formats;
  private final Optional<Pattern> ignored;

  /// @param folder what relative paths start from
  /// @param formats whether there is a format of that name
  /// @param ignore what paths to leave out when folders are walked: an expression in RE2's syntax,
  ///   or empty
  /// @throws FormatException when that is no regular expression
  public InputFiles(Path folder, Predicate<String> formats, String ignore) throws FormatException {
    this.folder = folder;
    this.formats = formats;
    try {
      this.ignored = ignore.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(ignore));
    } catch (PatternSyntaxException e) {
      throw new FormatException(
          Problem.in("--ignore", "not a regular expression: " + e.getDescription()));
    }
  }

  /// What was found.
  ///
  /// @param files the names to report them under, each once
  /// @param unread files of folders whose name tells no format
  /// @param problems arguments that are not there, and folders and links that could not be followed
  public record Found(List<String> files, List<String> unread, List<Problem> problems) {}

  /// Finds the files of all arguments; `-` stays as it is, and an empty argument names nothing.
  public Found find(List<String> arguments) {
    var walk = new Walk();
    for (String argument : arguments) {
      if (argument.equals("-")) {
        walk.files.add(argument);
      } else if (!argument.isEmpty()) {
        walk.argument(argument);
      }
    }
    return new Found(List.copyOf(walk.files), List.copyOf(walk.unread), List.copyOf(walk.problems));
  }

  private final class Walk {
    private final Set<String> files = new LinkedHashSet<>();
    private final Set<String> unread = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Path> walked = new HashSet<>();

    void argument(String argument) {
      Path path = folder.resolve(argument);
      if (Files.isDirectory(path)) {
        enter(Path.of(argument).normalize());
      } else if (Files.exists(path)) {
        files.add(argument);
      } else {
        problems.add(Problem.in(argument, "no such file or folder"));
      }
    }

    /// Walks a folder, by its name without links.
    private void enter(Path link) {
      try {
        Path name = LinkPath.follow(folder, link);
        if (walked.add(folder.resolve(name).toRealPath())) {
          walk(name);
        }
      } catch (IOException e) {
        problems.add(Problem.in(link.toString(), "cannot be read: " + Reason.of(e)));
      }
    }

    private void walk(Path name) throws IOException {
      List<Path> entries = new ArrayList<>();
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.resolve(name))) {
        for (Path entry : stream) {
          entries.add(entry.getFileName());
        }
      }
      Collections.sort(entries);
      for (Path entry : entries) {
        if (files.size() + unread.size() >= MOST_FILES) {
          problems.add(
              Problem.in(name.toString(), "more than the " + MOST_FILES + " files that are read"));
          return;
        }
        visit(name.toString().isEmpty() ? entry : name.resolve(entry));
      }
    }

    private void visit(Path name) throws IOException {
      Path path = folder.resolve(name);
      if (Files.isDirectory(path)) {
        enter(name);
      } else if (Files.isRegularFile(path)) {
        file(name, Files.isSymbolicLink(path) ? LinkPath.follow(folder, name) : name);
      } else if (Files.isSymbolicLink(path)) {
        problems.add(Problem.in(name.toString(), "a link that leads nowhere"));
      }
    }

    private void file(Path link, Path target) {
      String name = target.toString();
      if (isIgnored(name) || isIgnored(link.toString())) {
        return;
      }
      if (formats.test(FormatName.of(name))) {
        files.add(name);
      } else {
        unread.add(name);
      }
    }
  }

  private boolean isIgnored(String name) {
    return ignored.isPresent() && ignored.get().matcher(name).find();
  }
}
