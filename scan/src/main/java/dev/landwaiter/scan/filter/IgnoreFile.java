package dev.landwaiter.scan.filter;

import dev.landwaiter.base.finding.PackageUrl;
import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lists of findings to ignore: `.trivyignore` and its YAML form, and the `waivers` of our own
/// configuration file, all read into waivers.
///
/// @param problems lines that could not be understood, with their place
public record IgnoreFile(List<Waiver> waivers, List<Problem> problems) {
  private static final List<String> WAIVER_KEYS =
      List.of("id", "place", "package", "reason", "expires");

  public static final IgnoreFile EMPTY = new IgnoreFile(List.of(), List.of());

  /// Reads a file; its name tells its form.
  ///
  /// @param source what suppressed findings name as their source
  /// @throws FormatException when YAML cannot be read
  public static IgnoreFile read(String source, byte[] content) throws FormatException {
    return source.endsWith(".yml") || source.endsWith(".yaml")
        ? yaml(source, Yaml.parse(source, content))
        : plain(source, new String(content, StandardCharsets.UTF_8));
  }

  private static IgnoreFile plain(String source, String text) {
    List<Waiver> waivers = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String trimmed = line.strip();
      if (trimmed.isEmpty() || trimmed.startsWith("#")) {
        continue;
      }
      String[] words = trimmed.split("\\s+", -1);
      Optional<Instant> expires = Optional.empty();
      try {
        for (int i = 1; i < words.length; i++) {
          if (words[i].startsWith("exp:")) {
            expires = Optional.of(moment(words[i].substring("exp:".length())));
          }
        }
        waivers.add(new Waiver(words[0], List.of(), List.of(), "", expires, source));
      } catch (DateTimeException e) {
        problems.add(
            new Problem(
                source,
                Optional.of(new Position(number, 1)),
                "the entry is not used: its date is wrong",
                "write exp:YYYY-MM-DD"));
      }
    }
    return new IgnoreFile(waivers, problems);
  }

  private static IgnoreFile yaml(String source, Value file) {
    List<Waiver> waivers = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Value entry : elements(file, "vulnerabilities")) {
      waiver(
          source, entry, new Keys("paths", "purls", "expired_at", "statement"), waivers, problems);
    }
    return new IgnoreFile(waivers, problems);
  }

  /// Reads the `waivers` list of a configuration file: id, place, package, reason, expires.
  public static IgnoreFile waivers(String source, Value configuration) {
    List<Waiver> waivers = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    if (configuration.get("waivers").filter(list -> !(list instanceof ArrayValue)).isPresent()) {
      problems.add(Problem.in(source, "waivers is no list; nothing in it is used"));
    }
    for (Value entry : elements(configuration, "waivers")) {
      Optional<String> doubt = doubt(entry);
      if (doubt.isPresent()) {
        problems.add(
            Problem.in(
                source, "the entry for " + entry.text("id") + " is not used: " + doubt.get()));
      } else {
        waiver(source, entry, new Keys("place", "package", "expires", "reason"), waivers, problems);
      }
    }
    return new IgnoreFile(waivers, problems);
  }

  /// Why an entry must not be used: with a mistyped or empty limit it would hide more than meant.
  private static Optional<String> doubt(Value entry) {
    if (!(entry instanceof ObjectValue object) || entry.text("id").isEmpty()) {
      return Optional.empty();
    }
    for (Value key : object.members().keySet()) {
      String name = key.asText();
      if (!WAIVER_KEYS.contains(name)) {
        return Optional.of("unknown key " + name + ", there are " + String.join(", ", WAIVER_KEYS));
      }
      if (!name.equals("reason") && texts(entry, name).isEmpty()) {
        return Optional.of(name + " holds no text");
      }
    }
    return Optional.empty();
  }

  /// What the two forms call the parts of an entry.
  private record Keys(String places, String packages, String expires, String reason) {}

  private static void waiver(
      String source, Value entry, Keys keys, List<Waiver> waivers, List<Problem> problems) {
    String id = entry.text("id");
    if (id.isEmpty()) {
      problems.add(Problem.in(source, "an entry without id is not used"));
      return;
    }
    List<PackageUrl> packages = new ArrayList<>();
    try {
      for (String purl : texts(entry, keys.packages())) {
        Optional<PackageUrl> parsed = PackageUrl.parse(purl);
        if (parsed.isEmpty()) {
          problems.add(
              Problem.in(
                  source, "the entry for " + id + " is not used: " + purl + " is no package URL"));
          return;
        }
        packages.add(parsed.get());
      }
      String when = entry.text(keys.expires());
      waivers.add(
          new Waiver(
              id,
              texts(entry, keys.places()),
              packages,
              entry.text(keys.reason()),
              when.isEmpty() ? Optional.empty() : Optional.of(moment(when)),
              source));
    } catch (DateTimeException e) {
      problems.add(
          new Problem(
              source,
              Optional.empty(),
              "the entry for " + id + " is not used: its date is wrong",
              "write YYYY-MM-DD"));
    }
  }

  private static List<Value> elements(Value value, String key) {
    return value.get(key).map(Value::elements).orElse(List.of());
  }

  /// A list of texts, or one text alone.
  private static List<String> texts(Value value, String key) {
    List<String> texts =
        elements(value, key).stream().map(Value::asText).filter(t -> !t.isEmpty()).toList();
    String single = value.text(key);
    return single.isEmpty() ? texts : List.of(single);
  }

  /// The start of a day in UTC, or a moment as RFC 3339 writes it.
  private static Instant moment(String text) {
    return text.length() == "YYYY-MM-DD".length()
        ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
        : OffsetDateTime.parse(text).toInstant();
  }
}
