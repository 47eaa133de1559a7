package dev.landwaiter.policy.gatekeeper.rego;

import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;

/// Moves what refers to libraries from `data.lib` to `data.libs.lib`.
final class Moving extends Rewriting {
  @Override
  public Term ref(Ref ref) {
    return super.ref(moved(ref));
  }

  @Override
  public Ref operator(Ref operator) {
    return moved(operator);
  }

  Import imported(Import one) {
    return new Import(moved(one.path()), one.alias(), one.at());
  }

  static Ref moved(Ref ref) {
    boolean library =
        ref.head() instanceof Variable head
            && head.name().equals("data")
            && TemplateModules.isBelowLib(ref);
    if (!library) {
      return ref;
    }
    List<Term> parts = new ArrayList<>(ref.parts());
    parts.add(
        1, Scalar.of("libs", ref.parts().get(1) instanceof Scalar part ? part.at() : ref.at()));
    return new Ref(parts, ref.at());
  }
}
