package dev.landwaiter.dockerfile.syntax;

import dev.landwaiter.base.text.Span;
import java.util.Map;
import java.util.Optional;

/// One `--mount` of RUN.
///
/// @param type `bind`, `cache`, `tmpfs`, `secret` or `ssh`
/// @param fields key in lower case and value, in the order written; the aliases `dst`,
///   `destination`, `src`, `ro`, `rw` stand under `target`, `source`, `readonly`, `readwrite`; a
///   bare key has an empty value
public record Mount(String type, Map<String, String> fields, Span span) {
  public Optional<String> field(String key) {
    return Optional.ofNullable(fields.get(key));
  }

  public Optional<String> target() {
    return field("target");
  }
}
