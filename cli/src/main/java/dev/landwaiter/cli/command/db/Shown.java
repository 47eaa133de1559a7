package dev.landwaiter.cli.command.db;

import dev.landwaiter.base.finding.VulnerabilityDetail;
import dev.landwaiter.vulnerability.Advisory;
import dev.landwaiter.vulnerability.AdvisoryDatabase;
import dev.landwaiter.vulnerability.AdvisoryPlace;
import dev.landwaiter.vulnerability.Opinion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a database says of one vulnerability, or of one package.
///
/// @param name the id or the package, as the database writes it
/// @param detail of a vulnerability
record Shown(
    String name, boolean isPackage, Optional<VulnerabilityDetail> detail, List<Entry> entries) {

  /// One advisory, and what else is said of the same.
  ///
  /// @param opinions of the sources that contradicted each other when the database was built
  record Entry(AdvisoryPlace place, Advisory advisory, List<Opinion> opinions) {
    String id() {
      return advisory.vulnerabilityId();
    }

    /// The ecosystem before `::`, or empty for a distribution.
    String ecosystem() {
      int end = place.bucket().indexOf("::");
      return end < 0 ? "" : place.bucket().substring(0, end);
    }

    /// The versions it names, however its source writes ranges.
    String judging() {
      return String.join(
              "|",
              advisory.fixedVersion(),
              advisory.vulnerableVersions().toString(),
              advisory.patchedVersions().toString(),
              advisory.unaffectedVersions().toString())
          .replaceAll("[\\s,]+", "");
    }
  }

  /// Looks a word up, first as a package, then as a vulnerability.
  static Optional<Shown> of(AdvisoryDatabase database, String wanted) {
    for (String name : spellings(wanted)) {
      List<Entry> entries = new ArrayList<>();
      for (String bucket : database.buckets()) {
        var place = new AdvisoryPlace(bucket, name);
        database
            .advisories(bucket, name)
            .forEach((id, advisory) ->
                entries.add(new Entry(place, advisory, database.opinions(place, id))));
      }
      if (!entries.isEmpty()) {
        return Optional.of(new Shown(name, true, Optional.empty(), entries));
      }
    }
    Set<String> ids = new LinkedHashSet<>(List.of(wanted, wanted.toUpperCase(Locale.ROOT)));
    for (String id : ids) {
      Optional<VulnerabilityDetail> detail = database.vulnerability(id);
      List<Entry> entries = new ArrayList<>();
      for (AdvisoryPlace place : database.places(id)) {
        Advisory advisory = database.advisories(place.bucket(), place.packageName()).get(id);
        if (advisory != null) {
          entries.add(new Entry(place, advisory, database.opinions(place, id)));
        }
      }
      if (detail.isPresent() || !entries.isEmpty()) {
        return Optional.of(new Shown(id, false, detail, entries));
      }
    }
    return Optional.empty();
  }

  /// Names as people write them, and as ecosystems normalise them.
  private static Set<String> spellings(String wanted) {
    String lower = wanted.toLowerCase(Locale.ROOT);
    return new LinkedHashSet<>(List.of(wanted, lower, lower.replace('_', '-')));
  }

  /// Entries of one ecosystem, package and id whose sources name different versions: the last one
  /// judges.
  List<List<Entry>> disagreements() {
    Map<String, List<Entry>> groups = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (!entry.ecosystem().isEmpty()) {
        String key = entry.ecosystem() + "\0" + entry.place().packageName() + "\0" + entry.id();
        groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry);
      }
    }
    return groups.values().stream()
        .filter(group -> group.stream().map(Entry::judging).collect(Collectors.toSet()).size() > 1)
        .toList();
  }

  /// Entries about which the sources of the build contradicted each other.
  List<Entry> contradicted() {
    return entries.stream().filter(entry -> !entry.opinions().isEmpty()).toList();
  }
}
