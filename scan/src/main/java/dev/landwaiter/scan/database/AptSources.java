package dev.landwaiter.scan.database;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads apt's lists of archives (sources.list(5)), in their one-line form and in that of stanzas,
/// to find where this machine gets its security updates from.
public final class AptSources {
  private static final int SOURCE_LIMIT = 1_000;
  private static final int TEXT_LIMIT = 1 << 20;

  private AptSources() {}

  /// An archive with the suites that apt takes from it.
  public record AptSource(URI uri, List<String> suites) {
    public AptSource {
      suites = List.copyOf(suites);
    }
  }

  /// Reads the files below `etc/apt` of a system: `sources.list`, and `*.list` and `*.sources` in
  /// `sources.list.d`.
  ///
  /// @param root of the system, `/` for this machine
  /// @throws IOException when a file cannot be read or exceeds 1 MiB
  public static List<AptSource> ofSystem(Path root) throws IOException {
    Path apt = root.resolve("etc/apt");
    List<AptSource> sources = new ArrayList<>();
    for (Path file : files(apt.resolve("sources.list"), apt.resolve("sources.list.d"))) {
      String name = file.toString();
      if (name.endsWith(".list") || name.endsWith(".sources")) {
        sources.addAll(read(name, text(file)));
      }
    }
    return sources;
  }

  /// The proxy that apt is told to use (`Acquire::http::Proxy "URI";` in `apt.conf` or a file of
  /// `apt.conf.d`; the last one counts); `DIRECT` means none.
  ///
  /// @param root of the system, `/` for this machine
  /// @throws IOException when a file cannot be read or exceeds 1 MiB
  public static Optional<URI> proxyOfSystem(Path root) throws IOException {
    Path apt = root.resolve("etc/apt");
    Optional<URI> proxy = Optional.empty();
    for (Path file : files(apt.resolve("apt.conf"), apt.resolve("apt.conf.d"))) {
      for (String line : text(file).lines().toList()) {
        String[] parts = line.strip().split("[\\s\";]+", -1);
        if (parts.length >= 2 && parts[0].equalsIgnoreCase("Acquire::http::Proxy")) {
          proxy = uri(parts[1]).filter(address -> address.getHost() != null);
        }
      }
    }
    return proxy;
  }

  private static List<Path> files(Path one, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isRegularFile(one)) {
      files.add(one);
    }
    if (Files.isDirectory(folder)) {
      try (var listed = Files.list(folder)) {
        listed.filter(Files::isRegularFile).sorted().limit(SOURCE_LIMIT).forEach(files::add);
      }
    }
    return files;
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > TEXT_LIMIT) {
      throw new IOException(file + " exceeds the limit of " + TEXT_LIMIT + " bytes");
    }
    return Files.readString(file);
  }

  /// Reads one file; what it does not understand, and what is switched off, is skipped.
  ///
  /// @param name its name: `*.sources` holds stanzas, all others lines
  public static List<AptSource> read(String name, String text) {
    return name.endsWith(".sources") ? stanzas(text) : lines(text);
  }

  /// The archive that has a security suite of Debian: of the very suite, or of another release's,
  /// since they lie beside each other.
  public static Optional<URI> securityMirror(List<AptSource> sources, DebianRelease release) {
    Optional<URI> exact = having(sources, release.securitySuite());
    if (exact.isPresent()) {
      return exact;
    }
    for (DebianRelease other : DebianRelease.values()) {
      Optional<URI> beside = having(sources, other.securitySuite());
      if (beside.isPresent()) {
        return beside;
      }
    }
    return Optional.empty();
  }

  private static Optional<URI> having(List<AptSource> sources, String suite) {
    return sources.stream()
        .filter(source -> source.suites().contains(suite))
        .map(AptSource::uri)
        .findFirst();
  }

  private static List<AptSource> lines(String text) {
    List<AptSource> sources = new ArrayList<>();
    for (String line : text.lines().limit(SOURCE_LIMIT).toList()) {
      String rest = line.strip();
      if (rest.startsWith("deb ")) {
        rest = rest.substring(4).strip();
        if (rest.startsWith("[")) {
          rest = rest.substring(rest.indexOf(']') + 1).strip();
        }
        String[] parts = rest.split("\\s+", -1);
        if (parts.length >= 2) {
          add(sources, List.of(parts[0]), List.of(parts[1]));
        }
      }
    }
    return sources;
  }

  private static List<AptSource> stanzas(String text) {
    List<AptSource> sources = new ArrayList<>();
    for (String stanza : text.split("\n[ \t]*\n", SOURCE_LIMIT)) {
      Map<String, String> fields = fields(stanza);
      boolean off = fields.getOrDefault("enabled", "yes").equals("no");
      if (!off && words(fields, "types").contains("deb")) {
        add(sources, words(fields, "uris"), words(fields, "suites"));
      }
    }
    return sources;
  }

  private static Map<String, String> fields(String stanza) {
    Map<String, String> fields = new HashMap<>();
    String name = "";
    for (String line : stanza.lines().toList()) {
      int colon = line.indexOf(':');
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      if (line.startsWith(" ") || line.startsWith("\t")) {
        fields.merge(name, line.strip(), (a, b) -> a + " " + b);
      } else if (colon > 0) {
        name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        fields.put(name, line.substring(colon + 1).strip());
      }
    }
    return fields;
  }

  private static List<String> words(Map<String, String> fields, String name) {
    return List.of(fields.getOrDefault(name, "").split("\\s+", -1));
  }

  private static void add(List<AptSource> sources, List<String> uris, List<String> suites) {
    for (String uri : uris) {
      uri(uri).ifPresent(good -> sources.add(new AptSource(good, suites)));
    }
  }

  /// What apt itself could not use either tells nothing about where an archive is.
  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
