package dev.landwaiter.rego.builtin.time;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Zones by name, and the short names of their offsets, which the JDK does not have: `CET`, `EDT`,
/// `+0545`.
final class ZoneNames {
  private final Map<String, List<Name>> byZone;

  /// A short name, in use for an offset from a time on.
  private record Name(int offset, String text, long from) {}

  private ZoneNames(Map<String, List<Name>> byZone) {
    this.byZone = byZone;
  }

  /// Read on first use.
  private static final class Holder {
    private static final ZoneNames ALL = read();
  }

  /// A zone of the time zone database; its name counts letter by letter.
  static Optional<ZoneId> zone(String name) {
    return ZoneRulesProvider.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name))
        : Optional.empty();
  }

  /// The short name of a time's offset, or the offset itself.
  static String of(ZonedDateTime time) {
    if (time.getZone().equals(ZoneOffset.UTC)) {
      return "UTC";
    }
    int offset = time.getOffset().getTotalSeconds();
    String found = "";
    for (Name name : Holder.ALL.byZone.getOrDefault(time.getZone().getId(), List.of())) {
      if (name.offset == offset && name.from <= time.toEpochSecond()) {
        found = name.text;
      }
    }
    if (found.isEmpty()) {
      int minutes = Math.abs(offset / 60);
      found = String.format("%s%02d%02d", offset < 0 ? "-" : "+", minutes / 60, minutes % 60);
    }
    return found;
  }

  private static ZoneNames read() {
    try (var in = ZoneNames.class.getResourceAsStream("abbreviations.txt")) {
      if (in == null) {
        throw new IllegalStateException("abbreviations.txt is missing");
      }
      Map<String, List<Name>> byZone = new HashMap<>();
      new String(in.readAllBytes(), US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> readLine(line, byZone));
      return new ZoneNames(byZone);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readLine(String line, Map<String, List<Name>> byZone) {
    String[] words = line.split(" ", -1);
    List<Name> names = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      int from = words[i].indexOf('@');
      names.add(
          new Name(
              Integer.parseInt(words[i].substring(0, equals)),
              words[i].substring(equals + 1, from < 0 ? words[i].length() : from),
              from < 0 ? Long.MIN_VALUE : Long.parseLong(words[i].substring(from + 1))));
    }
    for (String zone : words[0].split(",", -1)) {
      byZone.put(zone, names);
    }
  }
}
