package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.type.Capabilities;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a source is to be read.
///
/// @param version `V0_V1` reads the grammar of version 0 and applies the checks of version 1
/// @param extraKeywords future keywords in force without an import, such as `not`
/// @param allKeywords whether all keywords the capabilities offer are in force
/// @param annotations whether metadata blocks are read
public record ParserSettings(
    RegoVersion version,
    Capabilities capabilities,
    Set<String> extraKeywords,
    boolean allKeywords,
    boolean annotations) {
  public ParserSettings {
    extraKeywords = Set.copyOf(extraKeywords);
  }

  /// The default settings of a version, with what its engine offers; metadata blocks are not read.
  public static ParserSettings of(RegoVersion version) {
    return new ParserSettings(version, offered(version), Set.of(), false, false);
  }

  private static Capabilities offered(RegoVersion version) {
    return version == RegoVersion.V1
        ? new Capabilities(
            java.util.Map.of(),
            List.of("not"),
            List.of("keywords_in_refs", "rego_v1", "template_strings"),
            Optional.empty())
        : new Capabilities(
            java.util.Map.of(),
            List.of("contains", "every", "if", "in", "not"),
            List.of(
                "keywords_in_refs",
                "rego_v1",
                "rego_v1_import",
                "rule_head_ref_string_prefixes",
                "rule_head_refs"),
            Optional.empty());
  }

  public ParserSettings capabilities(Capabilities other) {
    return new ParserSettings(version, other, extraKeywords, allKeywords, annotations);
  }

  public ParserSettings version(RegoVersion other) {
    return new ParserSettings(other, capabilities, extraKeywords, allKeywords, annotations);
  }

  public ParserSettings extraKeywords(Set<String> other) {
    return new ParserSettings(version, capabilities, other, allKeywords, annotations);
  }

  public ParserSettings allKeywords(boolean other) {
    return new ParserSettings(version, capabilities, extraKeywords, other, annotations);
  }

  public ParserSettings annotations(boolean other) {
    return new ParserSettings(version, capabilities, extraKeywords, allKeywords, other);
  }
}
