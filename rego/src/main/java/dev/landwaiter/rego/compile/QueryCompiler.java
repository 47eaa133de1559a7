package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.check.TypeChecker;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.policy.RuleTree;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Compiles an ad-hoc query against a policy (reference 8.2).
public final class QueryCompiler {
  private final CompiledPolicy policy;
  private final QuerySettings settings;
  private final Problems problems = new Problems(0);
  private final Functions functions;
  private final Names names;
  private List<Optional<String>> values = List.of();
  private boolean partial;

  private QueryCompiler(CompiledPolicy policy, Body query, QuerySettings settings) {
    this.policy = policy;
    this.settings = settings;
    this.functions = new Functions(policy.capabilities(), this::arity);
    this.names = Names.forQuery(Variables.of(query), policy.names());
  }

  /// Compiles one query.
  ///
  /// @throws RegoException with all errors of the first stage that finds some
  public static CompiledQuery compile(CompiledPolicy policy, Body query, QuerySettings settings)
      throws RegoException {
    if (query.expressions().isEmpty()) {
      throw new RegoException(RegoError.of(ErrorCode.COMPILE, "empty query cannot be compiled"));
    }
    return new QueryCompiler(policy, query, settings).run(query);
  }

  /// Compiles a query that is evaluated in part: `==` becomes `=`, as in rules.
  ///
  /// @throws RegoException with all errors of the first stage that finds some
  public static CompiledQuery compilePartial(
      CompiledPolicy policy, Body query, QuerySettings settings) throws RegoException {
    if (query.expressions().isEmpty()) {
      throw new RegoException(RegoError.of(ErrorCode.COMPILE, "empty query cannot be compiled"));
    }
    var compiler = new QueryCompiler(policy, query, settings);
    compiler.partial = true;
    return compiler.run(query);
  }

  private OptionalInt arity(Ref path) {
    return node(path).stream()
        .flatMap(node -> node.rules().stream())
        .mapToInt(rule -> rule.head().args().size())
        .findFirst();
  }

  private Optional<RuleTree> node(Ref path) {
    if (!Bodies.isUnder(path, "data")) {
      return Optional.empty();
    }
    Optional<RuleTree> node = Optional.of(policy.rules());
    for (Term part : path.parts().subList(1, path.parts().size())) {
      node =
          part instanceof Scalar scalar
              ? node.map(at -> at.children().get(scalar.value()))
              : Optional.empty();
    }
    return node;
  }

  private CompiledQuery run(Body query) throws RegoException {
    if (settings.strict()) {
      CheckKeywordOverrides.query(query, problems);
      stop();
    }
    Body body = new Resolving(globals()).query(query);
    if (settings.captureValues()) {
      var capturing = new Captures(functions, names);
      body = capturing.body(body);
      values = capturing.values();
    }
    var locals = new LocalVars(names, new Scopes(), settings.strict());
    body = locals.body(body, Set.of());
    locals.errors.forEach(problems::add);
    stop();
    body = RewriteTemplateStrings.query(body, functions, names, problems);
    stop();
    CheckVoidCalls.query(body, functions, problems);
    stop();
    body = RewritePrintCalls.query(body, settings.keepPrint(), functions, names, problems);
    stop();
    body = new ExprTerms(names).body(body);
    body = RewriteComprehensionTerms.query(body, names);
    body = new Modifiers(tree(), functions, names, problems, settings.unsafeBuiltins()).body(body);
    stop();
    CheckUndefinedFuncs.query(body, functions, names, problems);
    stop();
    body = ordered(body);
    if (partial) {
      body = RewriteEquals.query(body);
    }
    body = new DynamicTerms(names).body(body);
    TypeChecker.checkQuery(policy.types(), body, names.shownTerms()).forEach(problems::add);
    stop();
    CheckBuiltins.query(body, settings.unsafeBuiltins(), settings.strict(), functions, problems);
    stop();
    return new CompiledQuery(body, query, names.sources(), values);
  }

  private Modifiers.Tree tree() {
    return new Modifiers.Tree() {
      @Override
      public boolean exists(Ref path) {
        return node(path).isPresent();
      }

      @Override
      public boolean holdsRules(Ref path) {
        return node(path).filter(at -> !at.rules().isEmpty()).isPresent();
      }

      @Override
      public boolean holdsFunction(Ref path) {
        return node(path).stream()
            .flatMap(at -> at.rules().stream())
            .anyMatch(rule -> !rule.head().args().isEmpty());
      }
    };
  }

  private Globals globals() {
    Ref path =
        settings
            .packagePath()
            .orElseGet(() -> new Ref(List.of(new Variable("data", Location.NONE)), Location.NONE));
    var rules = new LinkedHashSet<String>();
    if (settings.packagePath().isPresent()) {
      for (Module module : policy.modules()) {
        if (module.packageClause().path().equals(path)) {
          module.rules().stream()
              .map(rule -> rule.head().ref().head())
              .filter(Variable.class::isInstance)
              .forEach(name -> rules.add(((Variable) name).name()));
        }
      }
    }
    return new Globals(path, rules, settings.imports());
  }

  private Body ordered(Body body) throws RegoException {
    var unsafe = new Unsafe();
    Body result = new Reordering(functions, names).order(body, Set.of("input", "data"), unsafe);
    unsafe.errors(names, "").forEach(problems::add);
    stop();
    return result;
  }

  private void stop() throws RegoException {
    if (problems.any()) {
      throw new RegoException(problems.all());
    }
  }
}
