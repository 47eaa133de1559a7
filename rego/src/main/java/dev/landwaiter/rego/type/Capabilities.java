package dev.landwaiter.rego.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an engine offers: its functions, keywords and features.
///
/// @param builtins by name
/// @param futureKeywords those that modules may import, such as `not`, and `and` and `or` where
///   experiments are allowed
/// @param features such as `rego_v1`, `keywords_in_refs`, `template_strings`
/// @param allowNet hosts that functions and schemas may reach; empty when any may
public record Capabilities(
    Map<String, Declaration> builtins,
    List<String> futureKeywords,
    List<String> features,
    Optional<List<String>> allowNet) {
  public Capabilities {
    builtins = Map.copyOf(builtins);
    futureKeywords = List.copyOf(futureKeywords);
    features = List.copyOf(features);
  }

  public boolean has(String feature) {
    return features.contains(feature);
  }
}
