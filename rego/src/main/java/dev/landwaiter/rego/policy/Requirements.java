package dev.landwaiter.rego.policy;

import java.util.SortedSet;
import java.util.TreeSet;

/// What modules need of the engine that runs them.
///
/// @param builtins names of functions that are called or replaced
/// @param futureKeywords those imported
/// @param features such as `rego_v1`, `keywords_in_refs`
public record Requirements(
    SortedSet<String> builtins, SortedSet<String> futureKeywords, SortedSet<String> features) {
  public Requirements {
    builtins = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(builtins));
    futureKeywords = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(futureKeywords));
    features = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(features));
  }
}
