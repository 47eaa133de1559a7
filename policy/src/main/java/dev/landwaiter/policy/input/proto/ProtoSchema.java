package dev.landwaiter.policy.input.proto;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The types and extensions of some schemas by their full names.
final class ProtoSchema {
  private final Map<String, ProtoType> types = new HashMap<>();

  /// By the full name of the extended message, a colon and that of the extension.
  private final Map<String, ProtoField> extensions = new HashMap<>();

  /// Adds a type; tells whether its name was free.
  boolean add(ProtoType type) {
    return types.putIfAbsent(type.fullName(), type) == null;
  }

  void extend(String message, ProtoField extension) {
    extensions.put(message + ":" + extension.name(), extension);
  }

  Optional<ProtoType> type(String fullName) {
    return Optional.ofNullable(types.get(fullName));
  }

  Optional<ProtoField> extension(String message, String fullName) {
    return Optional.ofNullable(extensions.get(message + ":" + fullName));
  }

  /// What a name means inside a scope, the innermost meaning first.
  ///
  /// @param scope the full name of a message or a package, or empty
  Optional<ProtoType> resolve(String name, String scope) {
    if (name.startsWith(".")) {
      return type(name.substring(1));
    }
    String here = scope;
    while (true) {
      Optional<ProtoType> found = type(here.isEmpty() ? name : here + "." + name);
      if (found.isPresent() || here.isEmpty()) {
        return found;
      }
      here = here.substring(0, Math.max(0, here.lastIndexOf('.')));
    }
  }
}
