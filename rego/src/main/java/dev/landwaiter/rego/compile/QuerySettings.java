package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Ref;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How an ad-hoc query is compiled.
///
/// @param packagePath the package whose rules the query may name without their path; begins with
///   `data`
/// @param captureValues whether each expression's value gets a variable (see
///   [dev.landwaiter.rego.policy.CompiledQuery#values])
public record QuerySettings(
    Optional<Ref> packagePath,
    List<Import> imports,
    boolean strict,
    boolean keepPrint,
    Set<String> unsafeBuiltins,
    boolean captureValues) {
  public QuerySettings {
    imports = List.copyOf(imports);
    unsafeBuiltins = Set.copyOf(unsafeBuiltins);
  }

  public static final QuerySettings PLAIN =
      new QuerySettings(Optional.empty(), List.of(), false, false, Set.of(), false);
}
