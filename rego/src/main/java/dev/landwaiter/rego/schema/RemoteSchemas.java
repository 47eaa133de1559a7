package dev.landwaiter.rego.schema;

import dev.landwaiter.base.value.Value;

/// Where schemas that others refer to by a URL come from.
@FunctionalInterface
public interface RemoteSchemas {
  /// None may be reached.
  RemoteSchemas NONE =
      url -> {
        throw new SchemaException("remote reference loading disabled: " + url);
      };

  /// The schema behind a URL, which has no fragment.
  ///
  /// @throws SchemaException when it may not be or is not reached, or is no JSON
  Value load(String url) throws SchemaException;
}
