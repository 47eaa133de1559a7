package dev.landwaiter.rego.search;

import dev.landwaiter.rego.RegoException;
import org.jspecify.annotations.Nullable;

/// What comes after a success. When it returns the search goes on with other alternatives, unless
/// it says [Stop].
@FunctionalInterface
interface Next {
  @Nullable Stop go() throws RegoException;
}
