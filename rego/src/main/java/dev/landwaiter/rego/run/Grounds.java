package dev.landwaiter.rego.run;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.ground.Derivation;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.type.Capabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells which places of `input` the results of a policy's rules stand on, by evaluating the rule
/// once more, slowly and watched. Immutable; any number of threads may use it.
public final class Grounds {
  private final Search search;
  private final Capabilities capabilities;

  /// Over a policy that was compiled in another way than by [Policy].
  public Grounds(Search search, Capabilities capabilities) {
    this.search = search;
    this.capabilities = capabilities;
  }

  /// The ways in which a rule comes to its results.
  ///
  /// @param rule its path behind `data`, such as `main`, `deny`
  /// @param world without a network: what is evaluated has been evaluated before
  /// @return nothing when there is no such rule or it is undefined
  /// @throws RegoException with the error that ended the evaluation
  public List<Derivation> of(
      List<String> rule, Value input, ObjectValue data, World world, Budget budget)
      throws RegoException {
    List<Term> parts = new ArrayList<>();
    parts.add(new Variable("data", Location.NONE));
    rule.forEach(part -> parts.add(Scalar.of(part, Location.NONE)));
    return search.derivations(
        new Ref(parts, Location.NONE),
        new Documents(data, Optional.of(input)),
        new Settings(world, budget, false, false, true, line -> {}, capabilities));
  }
}
