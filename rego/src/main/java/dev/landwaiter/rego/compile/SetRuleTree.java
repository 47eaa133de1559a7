package dev.landwaiter.rego.compile;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;

/// Stages 7 and 8: the tree of packages and rules; `data.system` is not enumerated.
final class SetRuleTree implements Stage {
  private static final int LONGEST = 500;

  @Override
  public String id() {
    return "SetRuleTree";
  }

  @Override
  public void run(Compilation compilation) {
    var tree = new RuleNode();
    for (int i = 0; i < compilation.modules.size(); i++) {
      Module module = compilation.modules.get(i);
      if (!fits(compilation, module.packageClause().path())) {
        continue;
      }
      tree.make(module.packageClause().path());
      for (int j = 0; j < module.rules().size(); j++) {
        var place = new RuleNode.Place(i, j);
        if (fits(compilation, compilation.path(place))) {
          tree.make(Bodies.groundFront(compilation.path(place))).rules.add(place);
        }
      }
    }
    RuleNode system = tree.children.get(Value.of("system"));
    if (system != null) {
      system.hidden = true;
    }
    compilation.tree = tree;
  }

  /// Later stages and evaluation go down the tree by calls inside calls.
  private static boolean fits(Compilation compilation, Ref path) {
    if (path.parts().size() <= LONGEST) {
      return true;
    }
    compilation.problems.compile(path.at(), "path has more than " + LONGEST + " parts");
    return false;
  }
}
