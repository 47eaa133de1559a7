package dev.landwaiter.inventory.os.release;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Distribution;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.OsRelease;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads os-release and the release files of the distributions it is given, and reports every
/// system they name, in the order of their paths.
public final class ReleaseFiles implements Analyzer {
  private static final Set<String> OS_RELEASE =
      Set.of(
          "etc/os-release",
          "usr/lib/os-release",
          "aarch64-bottlerocket-linux-gnu/sys-root/usr/lib/os-release",
          "x86_64-bottlerocket-linux-gnu/sys-root/usr/lib/os-release");

  private static final int LIMIT = 1 << 20;

  private final Map<String, Distribution> byId = new HashMap<>();
  private final Map<String, List<Distribution>> byFile;

  public ReleaseFiles(List<Distribution> distributions) {
    distributions.forEach(d -> d.ids().forEach(id -> byId.put(id, d)));
    byFile =
        distributions.stream()
            .flatMap(d -> d.files().stream().map(file -> Map.entry(file, d)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  @Override
  public String id() {
    return "os-release";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return OS_RELEASE.contains(file.path()) || byFile.containsKey(file.path());
  }

  @Override
  public boolean together() {
    return true;
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    Set<OperatingSystem> systems = new LinkedHashSet<>();
    Set<OperatingSystem> fallbacks = new LinkedHashSet<>();
    for (TreeFile file : files.files()) {
      if (file.bytes().length > LIMIT) {
        found.add(Problem.in(file.path(), "no release file has more than " + LIMIT + " bytes"));
        continue;
      }
      if (OS_RELEASE.contains(file.path())) {
        OsRelease release = OsRelease.parse(file.text());
        Distribution distribution = byId.get(release.id());
        if (distribution != null) {
          (distribution.ownFilesAreBetter() ? fallbacks : systems)
              .add(distribution.identify(release));
        }
      }
      for (Distribution distribution : byFile.getOrDefault(file.path(), List.of())) {
        distribution
            .identify(file.path(), file.text())
            .filter(system -> !system.name().isEmpty())
            .ifPresent(systems::add);
      }
    }
    systems.forEach(found::add);
    fallbacks.stream()
        .filter(f -> systems.stream().noneMatch(s -> s.family().equals(f.family())))
        .forEach(found::add);
  }
}
