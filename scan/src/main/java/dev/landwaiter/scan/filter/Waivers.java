package dev.landwaiter.scan.filter;

import dev.landwaiter.base.finding.Vulnerability;
import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.text.Glob;
import dev.landwaiter.base.text.InvalidGlobException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The waivers of a run, with their globs compiled.
final class Waivers {
  private record Entry(Waiver waiver, List<Glob> places) {}

  private final List<Entry> entries = new ArrayList<>();

  /// @param now waivers that ended before are left out
  Waivers(List<Waiver> waivers, Instant now) throws InvalidGlobException {
    for (Waiver waiver : waivers) {
      if (waiver.expires().isEmpty() || !waiver.expires().get().isBefore(now)) {
        List<Glob> places = new ArrayList<>();
        for (String place : waiver.places()) {
          places.add(Glob.compile(place));
        }
        entries.add(new Entry(waiver, places));
      }
    }
  }

  /// The first waiver that covers this finding.
  Optional<Waiver> covering(String target, Vulnerability finding) {
    return entries.stream()
        .filter(entry -> covers(entry, target, finding))
        .map(Entry::waiver)
        .findFirst();
  }

  private static boolean covers(Entry entry, String target, Vulnerability finding) {
    Waiver waiver = entry.waiver();
    if (!waiver.id().equals(finding.id())) {
      return false;
    }
    String path = finding.pkg().filePath();
    boolean here =
        entry.places().isEmpty()
            || entry.places().stream()
                .anyMatch(
                    place -> place.matches(target) || (!path.isEmpty() && place.matches(path)));
    var purl = finding.pkg().identifier().purl();
    boolean named =
        waiver.packages().isEmpty()
            || (purl.isPresent()
                && waiver.packages().stream().anyMatch(wanted -> wanted.covers(purl.get())));
    return here && named;
  }
}
