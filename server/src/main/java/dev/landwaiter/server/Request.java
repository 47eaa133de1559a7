package dev.landwaiter.server;

import java.util.List;
import java.util.Map;

/// One request of HTTP, read completely and within its limits.
///
/// @param method in capitals
/// @param path decoded, as it was sent, without the query
/// @param query decoded values by name, in the order they were sent
/// @param body as it was sent, without any transfer coding
public record Request(String method, String path, Map<String, List<String>> query, Body body) {
  /// The values of one name; none when it was not sent.
  public List<String> query(String name) {
    return query.getOrDefault(name, List.of());
  }
}
