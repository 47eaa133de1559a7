package dev.landwaiter.rego.format;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What version 1 forbids and writing cannot amend: imports of one name, `input` and `data` as
/// names of one's own, deprecated functions.
final class VersionChecks extends Rewriting {
  private static final Set<String> ROOTS = Set.of("input", "data");

  private final List<RegoError> shadowingRules = new ArrayList<>();
  private final List<RegoError> shadowingVariables = new ArrayList<>();
  private final List<RegoError> calls = new ArrayList<>();
  private final List<RegoError> names = new ArrayList<>();
  private final Set<String> deprecated;

  private VersionChecks(Set<String> deprecated) {
    this.deprecated = deprecated;
  }

  static List<RegoError> of(Module module, Set<String> deprecated) {
    List<RegoError> errors = new ArrayList<>(imports(module.imports()));
    var visit = new VersionChecks(deprecated);
    module.rules().forEach(visit::checkHead);
    module.rules().forEach(visit::rule);
    errors.addAll(visit.shadowingRules);
    errors.addAll(visit.shadowingVariables);
    errors.addAll(visit.calls);
    errors.addAll(visit.names);
    return errors;
  }

  private static List<RegoError> imports(List<Import> imports) {
    List<RegoError> errors = new ArrayList<>();
    Map<String, Import> known = new HashMap<>();
    for (Import one : imports) {
      String name =
          one.alias().orElseGet(() -> TermText.dotted(one.path()).replaceAll(".*\\.", ""));
      var before = known.putIfAbsent(name, one);
      if (before != null) {
        String shown =
            "import "
                + TermText.of(before.path())
                + before.alias().map(alias -> " as " + alias).orElse("");
        errors.add(compile("import must not shadow " + shown, one.at()));
      }
    }
    return errors;
  }

  private static RegoError compile(String message, Location at) {
    return RegoError.of(ErrorCode.COMPILE, message, at);
  }

  private void checkHead(Rule rule) {
    String name = rule.head().ref().head().toString();
    if (rule.head().ref().parts().size() == 1 && Dialect.isKeyword(name)) {
      names.add(
          RegoError.of(ErrorCode.PARSE, name + " keyword cannot be used for rule name", rule.at()));
    }
    if (ROOTS.contains(name)) {
      shadowingRules.add(
          compile("rules must not shadow " + name + " (use a different rule name)", rule.at()));
    }
    for (Term arg : rule.head().args()) {
      if (ROOTS.contains(arg.toString())) {
        shadowingRules.add(
            compile("args must not shadow " + arg + " (use a different variable name)", arg.at()));
      }
    }
  }

  @Override
  public Expr expr(Expr expr) {
    if (expr.content() instanceof Call call
        && call.name().equals("assign")
        && ROOTS.contains(call.arguments().getFirst().toString())) {
      shadowingVariables.add(
          compile(
              "variables must not shadow "
                  + call.arguments().getFirst()
                  + " (use a different variable name)",
              expr.at()));
    }
    if (expr.content() instanceof Call call && deprecated.contains(call.name())) {
      calls.add(
          RegoError.of(
              ErrorCode.TYPE,
              "deprecated built-in function calls in expression: " + call.name(),
              expr.at()));
    }
    return super.expr(expr);
  }
}
