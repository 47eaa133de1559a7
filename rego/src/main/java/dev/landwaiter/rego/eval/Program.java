package dev.landwaiter.rego.eval;

import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.query.SharedMemory;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.syntax.With;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A policy ready for queries. Immutable; any number of threads may use it.
public final class Program {
  private final List<Branch> branches;
  private final Map<String, Builtin> functions;
  private final Set<String> mocked;
  private final SharedMemory shared = new SharedMemory();

  private Program(List<Branch> branches, Map<String, Builtin> functions, Set<String> mocked) {
    this.branches = branches;
    this.functions = functions;
    this.mocked = mocked;
  }

  /// Makes a policy ready; its rules are compiled with the queries that need them.
  ///
  /// @param functions the built-in functions by name
  public static Program compile(CompiledPolicy policy, Map<String, Builtin> functions) {
    var mocks = new Mocks();
    policy
        .modules()
        .forEach(module -> {
          for (Rule rule : module.rules()) {
            var _ = mocks.rule(rule);
          }
        });
    return new Program(
        List.copyOf(Branch.of(policy.rules())), Map.copyOf(functions), Set.copyOf(mocks.names));
  }

  /// A query ready to be evaluated any number of times.
  public Prepared prepare(CompiledQuery query) {
    var mocks = new Mocks();
    var _ = mocks.body(query.body());
    mocks.names.addAll(mocked);
    return Prepared.of(new Linker(branches, functions, mocks.names), query, shared);
  }

  /// The names of functions that `with` replaces.
  private static final class Mocks extends Rewriting {
    private final Set<String> names = new HashSet<>();

    @Override
    public With with(With with) {
      if (with.target() instanceof Variable variable) {
        names.add(variable.name());
      } else if (with.target() instanceof Ref ref) {
        names.add(TermText.dotted(ref));
      }
      return super.with(with);
    }
  }
}
