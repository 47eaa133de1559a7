package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.Reason;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.read.ManifestReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the manifests that a command line names: files, all YAML and JSON below folders, standard
/// input.
final class GateFiles {
  private static final int SIZE_LIMIT = 64 << 20;
  private static final int MOST_FILES = 1_000_000;
  private static final int DEEPEST = 200;
  private static final String STDIN = "-";

  private final Invocation invocation;
  private final boolean original;
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int files;

  /// Prepares reading.
  ///
  /// @param original whether numbers are read as gator reads them, and standard input always
  GateFiles(Invocation invocation, boolean original) {
    this.invocation = invocation;
    this.original = original;
  }

  /// What was read.
  ///
  /// @param problems files, folders and documents that could not be read
  record Read(List<Manifest> manifests, List<Problem> problems) {}

  Read read(List<String> names) {
    for (String name : names) {
      if (name.equals(STDIN) && !original) {
        stdin();
      } else {
        named(name);
      }
    }
    if (original ? hasInput() : names.isEmpty() && hasInput()) {
      stdin();
    }
    return new Read(List.copyOf(manifests), List.copyOf(problems));
  }

  /// The launcher says whether a person sits at standard input.
  private boolean hasInput() {
    return !invocation.world().environment().getOrDefault("LANDWAITER_TERMINAL", "").contains("0");
  }

  private void stdin() {
    try {
      add("stdin", bounded(invocation.world().stdin()));
    } catch (IOException e) {
      problems.add(Problem.in("stdin", Reason.of(e)));
    }
  }

  private void named(String name) {
    try {
      Path path = invocation.world().folder().resolve(name);
      if (Files.isDirectory(path)) {
        folder(name, path, 0);
      } else if (!Files.exists(path)) {
        problems.add(Problem.in(name, "no such file or folder"));
      } else if (!isManifest(name)) {
        problems.add(
            new Problem(
                name,
                java.util.Optional.empty(),
                "the name of a file must end with .yaml, .yml or .json",
                ""));
      } else {
        file(name, path);
      }
    } catch (InvalidPathException e) {
      problems.add(Problem.in(name, "this cannot be the name of a file"));
    }
  }

  private static boolean isManifest(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  private void folder(String name, Path path, int depth) {
    if (depth > DEEPEST) {
      problems.add(Problem.in(name, "folders nested deeper than " + DEEPEST));
      return;
    }
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
      stream.forEach(entries::add);
    } catch (IOException e) {
      problems.add(Problem.in(name, "cannot be read: " + Reason.of(e)));
      return;
    }
    entries.sort(null);
    for (Path entry : entries) {
      String below =
          name.endsWith("/") ? name + entry.getFileName() : name + "/" + entry.getFileName();
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        folder(below, entry, depth + 1);
      } else if (isManifest(below) && Files.isRegularFile(entry)) {
        file(below, entry);
      }
    }
  }

  private void file(String name, Path path) {
    if (++files > MOST_FILES) {
      if (files == MOST_FILES + 1) {
        problems.add(Problem.in(name, "more than the " + MOST_FILES + " files that are read"));
      }
      return;
    }
    try (InputStream in = Files.newInputStream(path)) {
      add(name, bounded(in));
    } catch (IOException e) {
      problems.add(Problem.in(name, "cannot be read: " + Reason.of(e)));
    }
  }

  private void add(String name, byte[] text) {
    ManifestReader.Content content = ManifestReader.read(name, text, original);
    manifests.addAll(content.manifests());
    problems.addAll(content.problems());
  }

  private static byte[] bounded(InputStream in) throws IOException {
    byte[] text = in.readNBytes(SIZE_LIMIT + 1);
    if (text.length > SIZE_LIMIT) {
      throw new IOException("larger than the 64 MiB that are read");
    }
    return text;
  }
}
