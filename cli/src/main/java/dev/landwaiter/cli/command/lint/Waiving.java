package dev.landwaiter.cli.command.lint;

import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.text.Glob;
import dev.landwaiter.base.text.InvalidGlobException;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.config.ConfigFile;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.output.Hidden;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.scan.filter.IgnoreFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The waivers of landwaiter.yaml, applied to what is found in Dockerfiles.
final class Waiving {
  private record Entry(Waiver waiver, List<Glob> places) {}

  private final List<Entry> entries = new ArrayList<>();

  /// Reads them; those that ended and those that say nothing useful are told and left out.
  static Waiving of(Invocation invocation) throws UsageException {
    var waiving = new Waiving();
    boolean own = invocation.dialect().strict() && invocation.values().isSet(GlobalFlags.CONFIG);
    String name = own ? invocation.values().text(GlobalFlags.CONFIG) : "landwaiter.yaml";
    Path file = invocation.world().folder().resolve(name);
    if (Files.exists(file)) {
      IgnoreFile read = IgnoreFile.waivers(name, ConfigFile.read(file, false).tree());
      read.problems().forEach(problem -> invocation.log().warn(problem.toString()));
      Instant now = invocation.world().clock().instant();
      for (Waiver waiver : read.waivers()) {
        waiving.add(waiver, now, invocation);
      }
    }
    return waiving;
  }

  private void add(Waiver waiver, Instant now, Invocation invocation) throws UsageException {
    if (waiver.expires().isPresent() && waiver.expires().get().isBefore(now)) {
      invocation
          .log()
          .warn(
              "%s: the waiver for %s ended on %s and hides nothing any more"
                  .formatted(waiver.source(), waiver.id(), waiver.expires().get()));
      return;
    }
    List<Glob> places = new ArrayList<>();
    try {
      for (String place : waiver.places()) {
        places.add(Glob.compile(place));
      }
    } catch (InvalidGlobException e) {
      throw new UsageException("the place of a waiver is wrong: " + e.getMessage());
    }
    entries.add(new Entry(waiver, places));
  }

  /// The same file with what is waived hidden.
  Linted applied(Linted linted) {
    if (entries.isEmpty()) {
      return linted;
    }
    List<Finding> left = new ArrayList<>();
    List<Hidden> hidden = new ArrayList<>(linted.hidden());
    for (Finding finding : linted.findings()) {
      Optional<Waiver> waiver = covering(linted.name(), finding);
      if (waiver.isPresent()) {
        hidden.add(new Hidden(finding, false, waiver.get().reason()));
      } else {
        left.add(finding);
      }
    }
    return new Linted(linted.name(), linted.file(), linted.source(), left, hidden);
  }

  private Optional<Waiver> covering(String name, Finding finding) {
    String path = name.startsWith("./") ? name.substring(2) : name;
    for (Entry entry : entries) {
      String id = entry.waiver().id();
      boolean meant = id.equals(finding.id()) || finding.aliases().contains(id);
      boolean here =
          entry.places().isEmpty()
              || entry.places().stream().anyMatch(place -> place.matches(path));
      // A waiver for packages is about something else.
      if (meant && here && entry.waiver().packages().isEmpty()) {
        return Optional.of(entry.waiver());
      }
    }
    return Optional.empty();
  }
}
