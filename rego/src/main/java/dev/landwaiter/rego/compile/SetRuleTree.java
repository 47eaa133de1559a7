package dev.landwaiter.rego.compile;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.Module;

/// Stages 7 and 8: the tree of packages and rules; `data.system` is not enumerated.
final class SetRuleTree implements Stage {
  @Override
  public String id() {
    return "SetRuleTree";
  }

  @Override
  public void run(Compilation compilation) {
    var tree = new RuleNode();
    for (int i = 0; i < compilation.modules.size(); i++) {
      Module module = compilation.modules.get(i);
      tree.make(module.packageClause().path());
      for (int j = 0; j < module.rules().size(); j++) {
        var place = new RuleNode.Place(i, j);
        tree.make(Bodies.groundFront(compilation.path(place))).rules.add(place);
      }
    }
    RuleNode system = tree.children.get(Value.of("system"));
    if (system != null) {
      system.hidden = true;
    }
    compilation.tree = tree;
  }
}
