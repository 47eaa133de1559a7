package dev.landwaiter.cli.command.score;

import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.text.Glob;
import dev.landwaiter.base.text.InvalidGlobException;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.config.ConfigFile;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.scan.filter.IgnoreFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The waivers of landwaiter.yaml, as far as they are about rules of the score.
final class ScoreWaivers {
  private record Entry(Waiver waiver, List<Glob> places) {}

  private final List<Entry> entries = new ArrayList<>();

  private ScoreWaivers() {}

  /// Reads them; those that ended are told and left out.
  static ScoreWaivers of(Invocation invocation) throws UsageException {
    var waivers = new ScoreWaivers();
    String name = invocation.values().text(GlobalFlags.CONFIG);
    Path file = invocation.world().folder().resolve(name);
    if (!Files.exists(file)) {
      return waivers;
    }
    IgnoreFile read = IgnoreFile.waivers(name, ConfigFile.read(file, false).tree());
    read.problems().forEach(problem -> invocation.log().warn(problem.toString()));
    Instant now = invocation.world().clock().instant();
    for (Waiver waiver : read.waivers()) {
      if (waiver.expires().isPresent() && waiver.expires().get().isBefore(now)) {
        invocation
            .log()
            .warn(
                "%s: the waiver for %s ended on %s and hides nothing any more"
                    .formatted(waiver.source(), waiver.id(), waiver.expires().get()));
      } else if (waiver.packages().isEmpty()) {
        waivers.entries.add(new Entry(waiver, places(waiver)));
      }
    }
    return waivers;
  }

  private static List<Glob> places(Waiver waiver) throws UsageException {
    List<Glob> places = new ArrayList<>();
    try {
      for (String place : waiver.places()) {
        places.add(Glob.compile(place));
      }
    } catch (InvalidGlobException e) {
      throw new UsageException("the place of a waiver is wrong: " + e.getMessage());
    }
    return places;
  }

  /// The decision about a rule in a file.
  Optional<Waiver> find(String rule, String file) {
    String path = file.startsWith("./") ? file.substring(2) : file;
    for (Entry entry : entries) {
      if (entry.waiver().id().equals(rule)
          && (entry.places().isEmpty()
              || entry.places().stream().anyMatch(place -> place.matches(path)))) {
        return Optional.of(entry.waiver());
      }
    }
    return Optional.empty();
  }
}
