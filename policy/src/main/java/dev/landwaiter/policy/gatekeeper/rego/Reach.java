package dev.landwaiter.policy.gatekeeper.rego;

import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;

/// Checks which documents a module of a template reaches for: libraries and the inventory are all
/// it may.
final class Reach {
  private static final String INVALID = "invalid ConstraintTemplate: ";

  private final boolean inventory;

  Reach(boolean inventory) {
    this.inventory = inventory;
  }

  /// Checks one module.
  ///
  /// @param name of the module for the message
  void check(Module module, String name) throws RefusedException {
    for (Import one : module.imports()) {
      check(one.path());
    }
    var search = new Search();
    for (Rule rule : module.rules()) {
      var _ = search.rule(rule);
    }
    if (!search.refused.isEmpty()) {
      throw new RefusedException(
          INVALID
              + "invalid data references: check refs failed on module %s: errors (%d):\n%s\n"
                  .formatted(name, search.refused.size(), String.join("\n", search.refused)));
    }
  }

  private void check(Ref path) throws RefusedException {
    String head = path.head() instanceof Variable variable ? variable.name() : "";
    if (head.equals("input")) {
      throw new RefusedException(
          INVALID + "invalid import: cannot import input: \"" + TermText.of(path) + "\"");
    }
    boolean future =
        head.equals("future")
            && path.parts().size() > 1
            && TemplateModules.isText(path.parts().get(1), "keywords");
    if (!future && !(head.equals("data") && isOpen(path))) {
      throw new RefusedException(
          INVALID + "invalid import: bad import: \"" + TermText.of(path) + "\"");
    }
  }

  private boolean isOpen(Ref path) {
    return TemplateModules.isBelowLib(path)
        || (inventory
            && path.parts().size() > 1
            && TemplateModules.isText(path.parts().get(1), "inventory"));
  }

  /// Finds what is refused, each as it stands in the source.
  private final class Search extends Rewriting {
    private final List<String> refused = new ArrayList<>();

    @Override
    public Term ref(Ref ref) {
      note(ref);
      List<Term> parts = ref.parts();
      for (int i = ref.head() instanceof Variable ? 1 : 0; i < parts.size(); i++) {
        var _ = term(parts.get(i));
      }
      return ref;
    }

    @Override
    public Ref operator(Ref operator) {
      note(operator);
      return operator;
    }

    @Override
    public Term term(Term term) {
      if (term instanceof Variable variable && variable.name().equals("data")) {
        refused.add("disallowed ref data");
        return term;
      }
      return super.term(term);
    }

    private void note(Ref ref) {
      if (ref.head() instanceof Variable head && head.name().equals("data") && !isOpen(ref)) {
        refused.add("disallowed ref " + TermText.of(ref));
      }
    }
  }
}
