package dev.landwaiter.policy.manifest;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the places of a document's nodes once, when somebody asks for one: most objects of most
/// files are of kinds that nobody scores.
final class LatePlaces implements Locator {
  private final String file;
  private final byte[] text;
  private @Nullable Locator known;

  LatePlaces(String file, byte[] text) {
    this.file = file;
    this.text = text;
  }

  @Override
  public synchronized Spot find(List<Value> path) {
    Locator locator = known;
    if (locator == null) {
      locator = read();
      known = locator;
    }
    return locator.find(path);
  }

  private Locator read() {
    try {
      return Locator.of(Yaml.parseLocated(file, text).positions());
    } catch (FormatException e) {
      // It was read before, and by a stricter reader.
      return START;
    }
  }
}
