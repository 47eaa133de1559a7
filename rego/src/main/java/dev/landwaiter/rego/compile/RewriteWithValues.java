package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Ref;
import java.util.Optional;

/// Stage 20: modifiers are checked, their values evaluated in front.
final class RewriteWithValues implements Stage {
  @Override
  public String id() {
    return "RewriteWithValues";
  }

  @Override
  public void run(Compilation compilation) {
    var modifiers =
        new Modifiers(
            new Rules(compilation),
            compilation.functions,
            compilation.names,
            compilation.problems,
            compilation.settings.unsafeBuiltins());
    compilation.rewrite((_, rule) -> modifiers.rule(rule));
  }

  private record Rules(Compilation compilation) implements Modifiers.Tree {
    private Optional<RuleNode> node(Ref path) {
      return compilation.tree.find(path);
    }

    @Override
    public boolean exists(Ref path) {
      return node(path).isPresent();
    }

    @Override
    public boolean holdsRules(Ref path) {
      return node(path).filter(at -> !at.rules.isEmpty()).isPresent();
    }

    @Override
    public boolean holdsFunction(Ref path) {
      return node(path).stream()
          .flatMap(at -> at.rules.stream())
          .anyMatch(place -> !compilation.rule(place).head().args().isEmpty());
    }
  }
}
