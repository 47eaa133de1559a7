package dev.landwaiter.cli.command.lint;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.text.Reason;
import dev.landwaiter.cli.command.Log;
import dev.landwaiter.cli.world.OtherProgram;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.dockerfile.run.Profile;
import dev.landwaiter.dockerfile.run.ShellFindings;
import dev.landwaiter.dockerfile.shell.check.Remark;
import dev.landwaiter.dockerfile.shell.check.ShellCheck;
import dev.landwaiter.dockerfile.shell.check.ShellChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// ShellCheck as it is installed here, for many threads. What keeps it from its work is told once,
/// and then its findings are missing.
final class ShellCheckProgram implements ShellChecker {
  /// The setting under which it is not asked.
  static final String OFF = "off";

  /// How many scripts one process gets, which bounds its command line.
  private static final int BATCH = 1000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final boolean wanted;
  private final Optional<Path> program;
  private final Log log;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  private ShellCheckProgram(boolean wanted, Optional<Path> program, Log log) {
    this.wanted = wanted;
    this.program = program;
    this.log = log;
  }

  /// Looks for it.
  ///
  /// @param setting its path, [#OFF], or empty for the one on the path
  static ShellCheckProgram of(World world, Log log, String setting) {
    return new ShellCheckProgram(!setting.equals(OFF), find(world, setting), log);
  }

  /// Its findings, in the form of this profile.
  ShellFindings findings(Profile profile) {
    return wanted ? new ShellCheck(this, profile == Profile.CLASSIC)::of : ShellFindings.NONE;
  }

  /// Whether none of its findings is missing so far.
  boolean complete() {
    return wanted && told.isEmpty();
  }

  private static Optional<Path> find(World world, String setting) {
    try {
      if (!setting.isEmpty()) {
        return Optional.of(world.folder().resolve(setting));
      }
      for (String folder : world.environment().getOrDefault("PATH", "").split(":", -1)) {
        // A relative folder is a folder of the files that are judged.
        if (folder.startsWith("/") && Files.isExecutable(Path.of(folder, "shellcheck"))) {
          return Optional.of(Path.of(folder, "shellcheck"));
        }
      }
    } catch (InvalidPathException e) {
      // No program can have this name.
    }
    return Optional.empty();
  }

  @Override
  public List<Remark> check(List<String> scripts) {
    if (program.isEmpty()) {
      tell(
          "ShellCheck is not installed, so its findings about RUN are missing; install it, or set"
              + " LANDWAITER_SHELLCHECK to its path or to off");
      return List.of();
    }
    var remarks = new ArrayList<Remark>();
    try {
      Path folder = Files.createTempDirectory("landwaiter-shell-");
      try {
        for (int from = 0; from < scripts.size(); from += BATCH) {
          List<String> batch = scripts.subList(from, Math.min(scripts.size(), from + BATCH));
          remarks.addAll(Remark.read(run(folder, batch), from));
        }
      } finally {
        delete(folder, Math.min(BATCH, scripts.size()));
      }
    } catch (IOException e) {
      tell("ShellCheck " + Reason.of(e) + "; its findings are missing");
    } catch (FormatException e) {
      tell("ShellCheck cannot be understood; its findings are missing: " + e.getMessage());
    }
    return remarks;
  }

  private String run(Path folder, List<String> scripts) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(program.orElseThrow().toString());
    words.addAll(List.of("--norc", "--format=json1", "--exclude=" + EXCLUDED, "--"));
    for (int i = 0; i < scripts.size(); i++) {
      String name = Integer.toString(i);
      Files.writeString(folder.resolve(name), scripts.get(i));
      words.add(name);
    }
    OtherProgram.Output output =
        new OtherProgram(folder, Map.of("LC_ALL", "C.UTF-8"), PATIENCE, OtherProgram.Kept.ALL)
            .toEnd(words);
    if (output.status() > 1) {
      throw new IOException("ends with " + output.status());
    }
    return output.text();
  }

  private static void delete(Path folder, int scripts) throws IOException {
    for (int i = 0; i < scripts; i++) {
      Files.deleteIfExists(folder.resolve(Integer.toString(i)));
    }
    Files.deleteIfExists(folder);
  }

  private void tell(String message) {
    if (told.add(message)) {
      log.warn(message);
    }
  }
}
