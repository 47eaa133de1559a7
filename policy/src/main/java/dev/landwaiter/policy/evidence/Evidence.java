package dev.landwaiter.policy.evidence;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.run.Grounds;
import dev.landwaiter.rego.run.Policy;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Tells what the results of a policy's rules are about. Results come from the fast evaluation;
/// only when there are some, and somebody wants to know their places, is the rule evaluated once
/// more and watched. That never changes a verdict, and never fails: where it takes too long, or the
/// rule cannot be followed, nothing is known of its places.
///
/// One object serves all documents, also at once; the policy is made ready when it is first asked.
public final class Evidence {
  /// Expressions evaluated, which takes a tenth of a second or two; a usual rule needs hundreds. It
  /// is this limit that ends what takes too long, not the clock, so that answers do not hang on how
  /// busy a machine is.
  private static final long STEPS = 200_000;

  private static final long MEMORY = 4_000_000;
  private static final long NANOS = 5_000_000_000L;
  private static final int DEPTH = 500;

  private final Supplier<Grounds> making;
  private volatile Optional<Grounds> grounds = Optional.empty();

  private Evidence(Supplier<Grounds> making) {
    this.making = making;
  }

  public static Evidence of(Policy policy) {
    return new Evidence(policy::grounds);
  }

  /// Over what is made when somebody first asks.
  public static Evidence of(Supplier<Grounds> making) {
    return new Evidence(making);
  }

  /// Evaluates a rule and tells what its results stand on.
  ///
  /// @param rule its path behind `data`, such as `main`, `deny`
  /// @param input the whole document that policies call `input`
  /// @param world the one results were found in; its network is not used
  public Footing of(List<String> rule, Value input, ObjectValue data, World world) {
    var budget = new Budget(world.ticks() + NANOS, STEPS, MEMORY, DEPTH);
    try {
      return new Footing(ready().of(rule, input, data, new QuietWorld(world), budget), input);
    } catch (RegoException e) {
      return Footing.NONE;
    }
  }

  private Grounds ready() {
    var known = grounds;
    if (known.isEmpty()) {
      synchronized (this) {
        known = grounds;
        if (known.isEmpty()) {
          known = Optional.of(making.get());
          grounds = known;
        }
      }
    }
    return known.orElseThrow();
  }
}
