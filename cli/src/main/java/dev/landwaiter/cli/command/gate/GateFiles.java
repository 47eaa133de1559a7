package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.Reason;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
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
  private final List<Input> inputs = new ArrayList<>();

  /// Prepares reading.
  ///
  /// @param original whether numbers are read as gator reads them, and standard input always
  GateFiles(Invocation invocation, boolean original) {
    this.invocation = invocation;
    this.original = original;
  }

  /// Something to be read.
  private interface Input {
    ManifestReader.Content read();
  }

  /// What was read.
  ///
  /// @param problems files, folders and documents that could not be read
  record Read(List<Manifest> manifests, List<Problem> problems) {}

  /// Reads what is named, the images of the command line, and standard input where it belongs to
  /// that.
  Read read(List<String> names) throws UsageException, IOException {
    List<String> images = invocation.values().repeated(GateFlags.IMAGE);
    for (String name : names) {
      if (name.equals(STDIN) && !original) {
        stdin();
      } else {
        named(name);
      }
    }
    for (ManifestReader.Content content : new GateImages(invocation, original).read(images)) {
      inputs.add(() -> content);
    }
    if (original ? hasInput() : names.isEmpty() && images.isEmpty() && hasInput()) {
      stdin();
    }
    List<Manifest> manifests = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (ManifestReader.Content content : Parallel.map(inputs, Parallel.MANY, Input::read)) {
      manifests.addAll(content.manifests());
      problems.addAll(content.problems());
    }
    return new Read(manifests, problems);
  }

  private void problem(Problem problem) {
    var content = new ManifestReader.Content(List.of(), List.of(problem));
    inputs.add(() -> content);
  }

  /// The launcher says whether a person sits at standard input.
  private boolean hasInput() {
    return !invocation.world().environment().getOrDefault("LANDWAITER_TERMINAL", "").contains("0");
  }

  private void stdin() {
    try {
      byte[] text = bounded(invocation.world().stdin());
      inputs.add(() -> ManifestReader.read("stdin", text, original));
    } catch (IOException e) {
      problem(Problem.in("stdin", Reason.of(e)));
    }
  }

  private void named(String name) {
    try {
      Path path = invocation.world().folder().resolve(name);
      if (Files.isDirectory(path)) {
        folder(name, path, 0);
      } else if (!Files.exists(path)) {
        problem(Problem.in(name, "no such file or folder"));
      } else if (!isManifest(name)) {
        problem(
            new Problem(
                name,
                java.util.Optional.empty(),
                "the name of a file must end with .yaml, .yml or .json",
                ""));
      } else {
        file(name, path);
      }
    } catch (InvalidPathException e) {
      problem(Problem.in(name, "this cannot be the name of a file"));
    }
  }

  static boolean isManifest(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  private void folder(String name, Path path, int depth) {
    if (depth > DEEPEST) {
      problem(Problem.in(name, "folders nested deeper than " + DEEPEST));
      return;
    }
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
      stream.forEach(entries::add);
    } catch (IOException e) {
      problem(Problem.in(name, "cannot be read: " + Reason.of(e)));
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
    if (inputs.size() < MOST_FILES) {
      inputs.add(() -> content(name, path));
    } else if (inputs.size() == MOST_FILES) {
      problem(Problem.in(name, "more than the " + MOST_FILES + " files that are read"));
    }
  }

  private ManifestReader.Content content(String name, Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return ManifestReader.read(name, bounded(in), original);
    } catch (IOException e) {
      return new ManifestReader.Content(
          List.of(), List.of(Problem.in(name, "cannot be read: " + Reason.of(e))));
    }
  }

  private static byte[] bounded(InputStream in) throws IOException {
    byte[] text = in.readNBytes(SIZE_LIMIT + 1);
    if (text.length > SIZE_LIMIT) {
      throw new IOException("larger than the 64 MiB that are read");
    }
    return text;
  }
}
