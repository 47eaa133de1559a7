package dev.landwaiter.rego.search;

import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps definitions as rules of their own, their bodies as far evaluated as they can be.
///
/// @param path where they go
record Keeping(Frame frame, Residue residue, Ref path) {
  /// Evaluates a definition and keeps what is left of each of its successes.
  ///
  /// @param position the number of parts of the rule's own ground path
  /// @return whether there was a success
  boolean add(Clause clause, int position) throws RegoException {
    Frame child = frame.child(clause.block(), false);
    child.tracing.enter(child, clause);
    var arguments = new ArrayList<Variable>();
    clause.arguments().forEach(argument -> Variables.in(argument, arguments));
    arguments.forEach(argument -> residue.unknowns.push(argument, child.bindings));
    residue.pushQuery(new ArrayList<>());
    boolean[] defined = {false};
    child.eval(() -> {
      child.tracing.exit(child, clause);
      defined[0] = true;
      List<Residue.Saved> current = residue.popQuery();
      keep(clause, child, current, position);
      child.tracing.redo(child, clause);
      residue.pushQuery(current);
      return null;
    });
    residue.popQuery();
    residue.unknowns.pop(arguments.size());
    return defined[0];
  }

  private void keep(Clause clause, Frame child, List<Residue.Saved> current, int position) {
    Body plugged = Residue.plugged(current, frame.caller, clause.block().body());
    Head source = clause.rule().head();
    List<Term> arguments = clause.arguments().stream().map(term -> named(term, child)).toList();
    Optional<Term> key = source.key().map(term -> named(term, child));
    Optional<Term> value = source.value().map(term -> named(term, child));
    List<Term> all = clause.path().parts();
    List<Term> rest =
        all.subList(Math.min(position, all.size()), all.size()).stream()
            .map(term -> named(term, child))
            .toList();
    var head =
        new Head(
            source.ref(), arguments, key, value, source.assign(), Optional.empty(), source.at());
    if (!residue.shallow) {
      var live = new ArrayList<Variable>();
      arguments.forEach(term -> Variables.in(term, live));
      key.ifPresent(term -> Variables.in(term, live));
      value.ifPresent(term -> Variables.in(term, live));
      rest.forEach(term -> Variables.in(term, live));
      plugged = new Propagation(residue.support.program(), Set.copyOf(live), true).of(plugged);
    }
    residue.support.add(path, rest, head, plugged, clause.rule().isDefault());
  }

  private Term named(Term term, Frame child) {
    return Plug.named(term, child.bindings, frame.caller);
  }
}
