package dev.landwaiter.rego.compile;

/// Stage 26: operands are values.
final class RewriteDynamicTerms implements Stage {
  @Override
  public String id() {
    return "RewriteDynamicTerms";
  }

  @Override
  public void run(Compilation compilation) {
    var terms = new DynamicTerms(compilation.names);
    compilation.rewriteBranches(
        (_, rule) -> Bodies.rule(rule, rule.head(), terms.body(rule.body())));
  }
}
