package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;

/// Stage 3: parts of a head's ref that are neither scalars nor variables become variables.
final class RewriteRuleHeadRefs implements Stage {
  @Override
  public String id() {
    return "RewriteRuleHeadRefs";
  }

  @Override
  public void run(Compilation compilation) {
    compilation.rewrite((_, rule) -> rule(compilation, rule));
  }

  private static Rule rule(Compilation compilation, Rule rule) {
    var features = compilation.settings.capabilities();
    boolean general = features.has("rule_head_refs") || features.has("rego_v1");
    boolean any = general || features.has("rule_head_ref_string_prefixes");
    Head head = rule.head();
    if (!any && head.ref().parts().size() > 1 && head.legacyName().isEmpty()) {
      compilation.problems.compile(
          rule.at(), "rule heads with refs are not supported: " + head.ref());
      return rule;
    }
    List<Term> parts = new ArrayList<>(head.ref().parts());
    var extras = new ArrayList<Expr>();
    for (int i = 1; i < parts.size(); i++) {
      Term part = parts.get(i);
      boolean last = i == parts.size() - 1 && !head.isMultiValue();
      if (!general && !last && !(part instanceof Scalar)) {
        compilation.problems.type(
            rule.at(),
            "rule heads with general refs (containing variables) are not supported: " + head.ref());
      } else if (!(part instanceof Scalar) && !(part instanceof Variable)) {
        Expr equation = compilation.names.equation(part);
        parts.set(i, Names.defined(equation));
        extras.add(equation);
      }
    }
    return extras.isEmpty()
        ? rule
        : Bodies.rule(
            rule,
            Heads.ref(head, new Ref(parts, head.ref().at())),
            Bodies.append(rule.body(), extras));
  }
}
