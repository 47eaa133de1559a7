package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;
import java.util.Optional;

/// A relative WORKDIR.
public final class DL3000 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3000",
              Level.ERROR,
              "WORKDIR names a relative path",
              "Where it leads depends on the directory before, possibly on that of the base image",
              "Write the whole path from the root, as in /app")
          .fixes()
          .alias("WorkdirRelativePath");

  /// Longer paths are nobody's, and would make the file grow without end.
  private static final int LONGEST = 255;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new Judge() {
      // The directory so far; empty where it is not known.
      private String folder = "";

      @Override
      public void see(Instruction instruction, Sink sink) {
        switch (instruction) {
          case Instruction.From from -> folder = from.image().text().equals("scratch") ? "/" : "";
          case Instruction.Workdir workdir -> {
            String path = workdir.path().unquoted();
            if (isAbsolute(path)) {
              folder = isPlain(path) && path.startsWith("/") ? path : "";
            } else {
              Optional<Fix> fix = fix(workdir, folder);
              sink.report(
                  workdir,
                  workdir.path().span(),
                  "Give WORKDIR the whole path from the root, as in /app",
                  fix);
              folder = fix.map(each -> each.edits().getFirst().text()).orElse("");
            }
          }
          default -> {}
        }
      }
    };
  }

  private static Optional<Fix> fix(Instruction.Workdir workdir, String folder) {
    String path = workdir.path().text();
    if (folder.isEmpty() || folder.length() > LONGEST || !isPlain(path) || path.startsWith(".")) {
      return Optional.empty();
    }
    String whole = folder.endsWith("/") ? folder + path : folder + "/" + path;
    return Optional.of(
        new Fix("Write the whole path", true, List.of(new Edit(workdir.path().span(), whole))));
  }

  /// Whether it means what it says: no variables, quotes or steps upwards.
  private static boolean isPlain(String path) {
    for (int at = 0; at < path.length(); at++) {
      char c = path.charAt(at);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "/._-+@".indexOf(c) >= 0;
      if (!plain) {
        return false;
      }
    }
    return !path.contains("..");
  }

  private static boolean isAbsolute(String path) {
    return path.startsWith("$")
        || path.startsWith("/")
        || (path.length() > 1 && Character.isLetter(path.charAt(0)) && path.charAt(1) == ':');
  }
}
