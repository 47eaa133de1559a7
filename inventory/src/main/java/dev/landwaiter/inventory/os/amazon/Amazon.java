package dev.landwaiter.inventory.os.amazon;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.inventory.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Amazon Linux; its version keeps the code name that the release file writes: `2 (Karoo)`.
public final class Amazon implements Distribution {
  @Override
  public String family() {
    return "amazon";
  }

  @Override
  public Set<String> ids() {
    return Set.of("amzn");
  }

  @Override
  public Set<String> files() {
    return Set.of("etc/system-release", "usr/lib/system-release");
  }

  @Override
  public boolean ownFilesAreBetter() {
    return true;
  }

  @Override
  public Optional<OperatingSystem> identify(String path, String text) {
    return text.lines().flatMap(line -> version(line.strip()).stream()).findFirst();
  }

  private Optional<OperatingSystem> version(String line) {
    List<String> words = Arrays.stream(line.split("\\s+", -1)).toList();
    int start =
        line.startsWith("Amazon Linux release 2") ? 3 : line.startsWith("Amazon Linux") ? 2 : -1;
    return start < 0 || words.size() <= start
        ? Optional.empty()
        : Optional.of(
            OperatingSystem.of(family(), String.join(" ", words.subList(start, words.size()))));
  }
}
