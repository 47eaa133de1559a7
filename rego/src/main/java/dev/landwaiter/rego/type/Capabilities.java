package dev.landwaiter.rego.type;

import dev.landwaiter.rego.RegoVersion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

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

  /// What this engine offers by itself to modules of version 1, or to those of version 0.
  ///
  /// @param declarations all built-in functions there are
  public static Capabilities current(RegoVersion version, Collection<Declaration> declarations) {
    Map<String, Declaration> builtins = new TreeMap<>();
    declarations.forEach(declaration -> builtins.put(declaration.name(), declaration));
    return version == RegoVersion.V1
        ? new Capabilities(
            builtins,
            List.of("not"),
            List.of("keywords_in_refs", "rego_v1", "template_strings"),
            Optional.empty())
        : new Capabilities(
            builtins,
            List.of("contains", "every", "if", "in", "not"),
            List.of(
                "keywords_in_refs",
                "rego_v1",
                "rego_v1_import",
                "rule_head_ref_string_prefixes",
                "rule_head_refs"),
            Optional.empty());
  }

  /// With the keywords that are still experiments: `and` and `or`.
  public Capabilities experimental() {
    var keywords = new TreeSet<>(futureKeywords);
    keywords.addAll(List.of("and", "or"));
    return new Capabilities(builtins, List.copyOf(keywords), features, allowNet);
  }

  public boolean has(String feature) {
    return features.contains(feature);
  }
}
