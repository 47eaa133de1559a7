package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.check.Schemas;
import dev.landwaiter.rego.type.Capabilities;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// How modules are compiled.
///
/// @param strict whether unused imports, variables and arguments are errors too, and whether the
///   checks of version 1 hold for modules of version 0
/// @param keepPrint whether calls of `print` stay
/// @param errorLimit how many errors are listed; zero or less for all
/// @param rewriteTests whether operands of equalities in tests get variables that reports can show
/// @param unsafeBuiltins names of functions that must not be called
/// @param documents whether a base document stands at this path; a rule there is an error
/// @param explainMistakes whether errors carry an explanation where a mistake is well known
/// @param schemas what annotations and `input` may be checked against
/// @param typeAnnotations whether schemas that annotations name are used
public record CompilerSettings(
    Capabilities capabilities,
    boolean strict,
    boolean keepPrint,
    int errorLimit,
    boolean rewriteTests,
    Set<String> unsafeBuiltins,
    Predicate<List<String>> documents,
    boolean explainMistakes,
    Optional<Schemas> schemas,
    boolean typeAnnotations) {
  public static final int ERROR_LIMIT = 10;

  public CompilerSettings {
    unsafeBuiltins = Set.copyOf(unsafeBuiltins);
  }

  /// What a program does that asks for nothing special: not strict, `print` erased.
  public static CompilerSettings of(Capabilities capabilities) {
    return new CompilerSettings(
        capabilities,
        false,
        false,
        ERROR_LIMIT,
        false,
        Set.of(),
        path -> false,
        false,
        Optional.empty(),
        true);
  }

  public CompilerSettings keepingPrint() {
    return new CompilerSettings(
        capabilities,
        strict,
        true,
        errorLimit,
        rewriteTests,
        unsafeBuiltins,
        documents,
        explainMistakes,
        schemas,
        typeAnnotations);
  }
}
