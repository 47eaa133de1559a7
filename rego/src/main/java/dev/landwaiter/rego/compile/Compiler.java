package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.check.TypeChecker;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.syntax.Module;
import java.util.List;
import java.util.Optional;

/// Compiles modules: all stages in their order; an error of one ends the run behind it.
public final class Compiler {
  private static final List<Stage> STAGES =
      List.of(
          new ResolveRefs(),
          new InitLocalVarGen(),
          new RewriteRuleHeadRefs(),
          new CheckKeywordOverrides(),
          new CheckDuplicateImports(),
          new RemoveImports(),
          new SetRuleTree(),
          new RewriteLocalVars(),
          new RewriteTemplateStrings(),
          new CheckVoidCalls(),
          new RewritePrintCalls(),
          new RewriteExprTerms(),
          new ParseMetadataBlocks(),
          new SetAnnotationSet(),
          new RewriteRegoMetadataCalls(),
          new SetGraph(),
          new RewriteComprehensionTerms(),
          new RewriteRefsInHead(),
          new RewriteWithValues(),
          new CheckRuleConflicts(),
          new CheckUndefinedFuncs(),
          new CheckSafety(CheckSafety.Part.HEADS),
          new CheckSafety(CheckSafety.Part.BODIES),
          new RewriteEquals(),
          new RewriteDynamicTerms(),
          new RewriteTestRulesForTracing(),
          new CheckRecursion(),
          new CheckTypes(),
          new CheckBuiltins(CheckBuiltins.Kind.UNSAFE),
          new CheckBuiltins(CheckBuiltins.Kind.DEPRECATED),
          new BuildRequiredCapabilities());

  private Compiler() {}

  /// Compiles modules into a policy.
  ///
  /// @throws RegoException with all errors of the first stage that finds some, up to the limit
  public static CompiledPolicy compile(List<Module> modules, CompilerSettings settings)
      throws RegoException {
    var compilation = new Compilation(modules, settings);
    Optional<RegoError> schema = TypeChecker.checkSchema(settings.schemas());
    if (schema.isPresent()) {
      throw new RegoException(schema.get());
    }
    try {
      for (Stage stage : STAGES) {
        run(stage, compilation);
        if (compilation.problems.any()) {
          throw new RegoException(compilation.problems.all());
        }
      }
    } catch (StackOverflowError e) {
      // Stages call themselves for what is nested; how deep depends on the caller's stack.
      throw new RegoException(
          RegoError.of(ErrorCode.COMPILE, "the policy is nested too deep or a path is too long"));
    }
    return new CompiledPolicy(
        compilation.modules,
        compilation.tree.finished(compilation::rule),
        settings.capabilities(),
        compilation.names.sources(),
        SetGraph.refreshed(compilation),
        compilation.required,
        compilation.types.orElseThrow());
  }

  private static void run(Stage stage, Compilation compilation) {
    try {
      stage.run(compilation);
    } catch (Problems.LimitReached reached) {
      // The list of problems ends with the one that says so.
      if (!compilation.problems.any()) {
        throw reached;
      }
    }
  }
}
