package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Tells functions where they are called: those that read files, which they look for beside the
/// policy, and `print`, whose lines begin with the place of the call.
final class Anchoring extends Rewriting {
  private final boolean prints;
  private final Set<String> known;

  /// @param prints whether lines of `print` begin with their places
  /// @param known names of the functions that policies may call
  Anchoring(boolean prints, Set<String> known) {
    this.prints = prints;
    this.known = known;
  }

  Module module(Module module) {
    List<Rule> rules = new ArrayList<>();
    module.rules().forEach(rule -> rules.add(rule(rule)));
    return new Module(
        module.source(),
        module.version(),
        module.keywords(),
        module.packageClause(),
        module.imports(),
        rules,
        module.annotations(),
        module.comments());
  }

  @Override
  public Term term(Term term) {
    if (term instanceof Call(Ref operator, List<Term> arguments, Location at)
        && operator.parts().size() == 1) {
      String name = TermText.of(operator);
      if (prints && name.equals("print")) {
        List<Term> more = new ArrayList<>(List.of(Scalar.of(at.prefix() + ":", at)));
        more.addAll(terms(arguments));
        return new Call(operator, more, at);
      }
      boolean reads = name.equals(ConfigFunctions.FILE) || name.equals(ConfigFunctions.FILES);
      if (reads && !arguments.isEmpty() && known.contains(name)) {
        List<Term> more = new ArrayList<>(terms(arguments));
        more.add(1, Scalar.of(at.file(), at));
        return new Call(anchored(operator, name), more, at);
      }
    }
    return super.term(term);
  }

  private static Ref anchored(Ref operator, String name) {
    Location at = operator.at();
    String head = ConfigFunctions.ANCHORED.substring(0, ConfigFunctions.ANCHORED.length() - 1);
    return new Ref(List.of(new Variable(head, at), Scalar.of(name, at)), at);
  }
}
