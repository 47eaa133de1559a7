package dev.landwaiter.cli.command;

import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.text.Glob;
import dev.landwaiter.base.text.InvalidGlobException;
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
import java.util.function.Predicate;

/// The waivers of landwaiter.yaml that are about files the user wrote, not about packages.
public final class Waivers {
  private record Entry(Waiver waiver, List<Glob> places) {}

  private final List<Entry> entries = new ArrayList<>();

  private Waivers() {}

  /// Reads them; those that ended and those that say nothing useful are told and left out.
  public static Waivers of(Invocation invocation) throws UsageException {
    var waivers = new Waivers();
    boolean own = invocation.dialect().strict() && invocation.values().isSet(GlobalFlags.CONFIG);
    String name = own ? invocation.values().text(GlobalFlags.CONFIG) : "landwaiter.yaml";
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

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /// The first waiver for something in a file.
  ///
  /// @param file its name as it is reported
  /// @param meant whether an id means it
  public Optional<Waiver> covering(String file, Predicate<String> meant) {
    String path = file.startsWith("./") ? file.substring(2) : file;
    for (Entry entry : entries) {
      boolean here =
          entry.places().isEmpty()
              || entry.places().stream().anyMatch(place -> place.matches(path));
      if (here && meant.test(entry.waiver().id())) {
        return Optional.of(entry.waiver());
      }
    }
    return Optional.empty();
  }
}
