package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One that is forgotten, or written elsewhere when all went well.
final class MemoryCache implements MetadataCache {
  private final Map<String, Bytes> files = new LinkedHashMap<>();

  @Override
  public Optional<Bytes> load(String name, int limit) {
    return Optional.ofNullable(files.get(name)).filter(file -> file.size() <= limit);
  }

  @Override
  public void save(String name, Bytes content) {
    files.put(name, content);
  }

  @Override
  public void remove(String name) {
    files.remove(name);
  }

  Map<String, Bytes> files() {
    return Map.copyOf(files);
  }
}
