package dev.landwaiter.cli.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.testing.CaseLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A committed list of cases that agree wholly. It only grows: `-Dlandwaiter.update=true` adds
/// cases, and a listed case that agrees no longer fails the test.
public final class MustPass {
  private final String resource;
  private final Map<String, Agreement> agreements = new LinkedHashMap<>();

  /// Reads the list of that name beside the recordings, such as `/agreement/must-pass.txt`.
  public MustPass(String resource) {
    this.resource = resource;
  }

  public synchronized void add(String id, Agreement agreement) {
    agreements.put(id, agreement);
  }

  /// The score in one line.
  public String score() {
    return "%d of %d: facts %d, fields %d, exit %d"
        .formatted(
            agreements.values().stream().filter(Agreement::whole).count(),
            agreements.size(),
            agreements.values().stream().filter(Agreement::facts).count(),
            agreements.values().stream().filter(Agreement::fields).count(),
            agreements.values().stream().filter(Agreement::exit).count());
  }

  /// The cases that differ, one line each.
  public String differences() {
    return agreements.entrySet().stream()
        .filter(entry -> !entry.getValue().whole())
        .map(entry -> entry.getKey() + "\n    " + entry.getValue().why())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /// Fails when a listed case is missing or agrees no longer.
  public void check() throws IOException {
    Set<String> agreeing =
        agreements.entrySet().stream()
            .filter(entry -> entry.getValue().whole())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    if (Boolean.getBoolean("landwaiter.update")) {
      Path file =
          Path.of(System.getProperty("basedir", "."), "src", "test", "resources")
              .resolve(resource.substring(1));
      if (Files.exists(file)) {
        agreeing.addAll(Files.readAllLines(file));
      }
      Files.write(file, agreeing);
      System.out.println(differences());
      return;
    }
    List<String> listed = CaseLines.of(resource);
    assertThat(listed).as(resource).isNotEmpty();
    assertThat(agreeing).as("%s%n%s", score(), differences()).containsAll(listed);
  }
}
