package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.index.Key;
import dev.landwaiter.rego.index.Lookup;
import dev.landwaiter.rego.index.Resolver;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A ref that reached a rule.
final class Virtual {
  private Virtual() {}

  /// @param path the ref's parts to the rule, all ground
  static @Nullable Stop eval(Goal goal, Node node, List<Term> path, Next next)
      throws RegoException {
    Frame frame = goal.frame();
    Found found = lookup(frame, node, new Ref(path, goal.ref().at()), List.of(), goal.ref());
    boolean complete = node.isGround() && !node.isMultiValue();
    Residue residue = frame.machine.residue;
    if (residue != null) {
      return new PartialVirtual(goal, node, path, residue).eval(found, complete, next);
    }
    return complete
        ? new CompleteRule(goal, node, path).eval(found, next)
        : new PartialRule(goal, node, path).eval(found, next);
  }

  /// The definitions that may hold, with the branches that may.
  record Found(List<List<Clause>> definitions, boolean earlyExit) {}

  /// Looks definitions up.
  ///
  /// @param arguments of a function
  /// @param at what is evaluated, for the trace
  static Found lookup(Frame frame, Node node, Ref path, List<Term> arguments, Ref at)
      throws RegoException {
    Machine machine = frame.machine;
    Lookup lookup =
        machine.settings.indexing()
            ? node.index().lookup(new Keys(frame, arguments))
            : node.index().all();
    var definitions = new ArrayList<List<Clause>>(lookup.matches().size());
    for (Lookup.Match match : lookup.matches()) {
      List<Clause> all = node.definitions.get(match.rule());
      var branches = new ArrayList<Clause>(match.branches().length);
      for (int branch : match.branches()) {
        branches.add(all.get(branch));
      }
      definitions.add(branches);
    }
    boolean early = lookup.earlyExit() && machine.settings.earlyExit();
    if (frame.tracing.isOn()) {
      String count = definitions.size() == 1 ? "1 rule" : definitions.size() + " rules";
      frame.tracing.index(
          frame, Expr.of(at), "(matched " + count + (early ? ", early exit)" : ")"), path);
    }
    return new Found(definitions, early);
  }

  private record Keys(Frame frame, List<Term> arguments) implements Resolver {
    @Override
    public @Nullable Value resolve(Key key) throws RegoException {
      return switch (key) {
        case Key.OfArgument(int position) ->
            Plug.in(arguments.get(position), frame.bindings) instanceof Scalar scalar
                ? scalar.value()
                : null;
        case Key.OfRef(Ref ref) ->
            ref.head() instanceof Variable root && root.name().equals("input")
                ? Merge.find(frame.input, ref.parts().subList(1, ref.parts().size()))
                : frame.data(ref.parts(), ref.at());
      };
    }

    @Override
    public boolean isUnknown(Key key) {
      Residue residue = frame.machine.residue;
      return switch (key) {
        case Key.OfArgument(int position) -> residue != null || position >= arguments.size();
        case Key.OfRef(Ref ref) ->
            residue != null
                && (residue.inlining.isBarred(ref, true) || residue.unknowns.containsRef(ref));
      };
    }
  }
}
