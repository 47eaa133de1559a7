package dev.landwaiter.rego.parse;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.syntax.Annotations;
import dev.landwaiter.rego.syntax.PackageClause;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives metadata blocks to the statements below them.
final class Attachment {
  private final List<Statement> statements;
  private final PackageClause clause;
  private final List<RegoError> errors = new ArrayList<>();

  /// @param statements of the module, none of them a query any more
  Attachment(List<Statement> statements, PackageClause clause) {
    this.statements = statements;
    this.clause = clause;
  }

  List<RegoError> errors() {
    return errors;
  }

  /// The blocks with their scopes and targets.
  List<Annotations> attached(List<Annotations> blocks) {
    var found = new ArrayList<Annotations>();
    for (Annotations block : blocks) {
      found.add(attached(block, below(block)));
    }
    return found;
  }

  private @Nullable Statement below(Annotations block) {
    for (Statement statement : statements) {
      if (statement.at().row() > block.at().row()) {
        return statement;
      }
    }
    return null;
  }

  private Annotations attached(Annotations block, @Nullable Statement below) {
    boolean entrypoint = block.fields().get("entrypoint").isPresent();
    String kind =
        switch (below) {
          case null -> "";
          case Statement.Package _ -> "package";
          case Statement.Imported _ -> "import";
          default -> "rule";
        };
    String scope = block.scope();
    if (scope.isEmpty()) {
      scope = kind.equals("rule") && entrypoint ? "document" : kind;
    }
    switch (scope) {
      case "rule", "document" -> expect(block, scope, "rule", kind);
      case "package", "subpackages" -> expect(block, scope, "package", kind);
      default ->
          error(
              block,
              "invalid annotation scope '"
                  + scope
                  + "'. Use one of 'rule', 'document', 'package', or 'subpackages'");
    }
    if (entrypoint && !scope.equals("document") && !scope.equals("package")) {
      error(
          block, "annotation entrypoint applied to non-document or package scope '" + scope + "'");
    }
    var fields = new ObjectValue.Draft();
    block.fields().members().forEach(fields::put);
    fields.put(Value.of("scope"), Value.of(scope));
    return new Annotations(scope, fields.finish(), target(below), block.at());
  }

  private void expect(Annotations block, String scope, String wanted, String kind) {
    if (!kind.equals(wanted)) {
      error(
          block,
          "annotation scope '" + scope + "' must be applied to " + wanted + " (have " + kind + ")");
    }
  }

  private void error(Annotations block, String message) {
    errors.add(RegoError.of(ErrorCode.PARSE, message, block.at()));
  }

  private Optional<Ref> target(@Nullable Statement below) {
    return switch (below) {
      case Statement.Package one -> Optional.of(one.clause().path());
      case Statement.Ruled one -> Optional.of(path(clause, one.draft().rule()));
      case null, default -> Optional.empty();
    };
  }

  /// The path a rule defines, up to its first variable.
  static Ref path(PackageClause clause, Rule rule) {
    var parts = new ArrayList<>(clause.path().parts());
    Ref ref = rule.head().ref();
    for (int i = 0; i < ref.parts().size(); i++) {
      Term part = ref.parts().get(i);
      if (i == 0 && part instanceof Variable name) {
        parts.add(Scalar.of(name.name(), name.at()));
      } else if (part instanceof Scalar) {
        parts.add(part);
      } else {
        break;
      }
    }
    return new Ref(parts, ref.at());
  }

  /// The rules with the blocks that speak of them.
  static List<Rule> annotated(PackageClause clause, List<Rule> rules, List<Annotations> blocks) {
    if (blocks.isEmpty()) {
      return rules;
    }
    var left = new ArrayList<>(blocks);
    var found = new ArrayList<Rule>();
    for (Rule rule : rules) {
      Ref path = path(clause, rule);
      var own = new ArrayList<Annotations>();
      Annotations nearest = null;
      for (Annotations block : left) {
        if (block.target().filter(path::equals).isEmpty()) {
          continue;
        }
        if (block.scope().equals("document")) {
          own.add(block);
        } else if (block.scope().equals("rule") && rule.at().row() > block.at().row()) {
          own.add(block);
          nearest = block;
        }
      }
      left.remove(nearest);
      found.add(own.isEmpty() ? rule : with(rule, own));
    }
    return found;
  }

  private static Rule with(Rule rule, List<Annotations> own) {
    return new Rule(
        rule.isDefault(), rule.head(), rule.body(), rule.constant(), rule.orElse(), own, rule.at());
  }
}
