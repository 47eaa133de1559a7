package dev.landwaiter.dockerfile.pragma;

import java.util.List;

/// A pragma, some ids of which suppress nothing.
///
/// @param ids those without effect
/// @param expired whether that is because its day has passed
public record UnusedPragma(Pragma pragma, List<String> ids, boolean expired) {
  public UnusedPragma {
    ids = List.copyOf(ids);
  }
}
