package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import java.util.List;
import java.util.Set;

/// One file of Rego.
///
/// @param keywords the future keywords in force, such as `in` in version 0 or `not` in version 1
/// @param annotations all blocks of the file, in their order
public record Module(
    Source source,
    RegoVersion version,
    Set<String> keywords,
    PackageClause packageClause,
    List<Import> imports,
    List<Rule> rules,
    List<Annotations> annotations,
    List<Comment> comments) {
  public Module {
    keywords = Set.copyOf(keywords);
    imports = List.copyOf(imports);
    rules = List.copyOf(rules);
    annotations = List.copyOf(annotations);
    comments = List.copyOf(comments);
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
