package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.With;
import java.util.HashSet;
import java.util.Set;

/// The variables whose safety decides where an expression may stand: not those of closures, and of
/// operands without braces only those that nothing inside binds.
final class SafetyVariables extends Variables {
  private final Functions functions;
  private final Names source;
  private final Set<String> safe;

  SafetyVariables(Functions functions, Names source, Set<String> safe) {
    super(Skip.CALL_HEADS, Skip.CLOSURES);
    this.functions = functions;
    this.source = source;
    this.safe = safe;
  }

  @Override
  void operand(Body body, boolean explicit) {
    if (explicit) {
      return;
    }
    var inside = new SafetyVariables(functions, source, safe);
    inside.body(body);
    var known = new HashSet<String>(safe);
    known.add("input");
    known.add("data");
    Set<String> bound = new Outputs(functions, source).of(body, known);
    inside.names.stream()
        .filter(name -> !bound.contains(name) && !Names.isGenerated(source.source(name)))
        .forEach(names::add);
  }

  /// A value that names a function is no variable.
  @Override
  void with(With with) {
    if (with.value() instanceof Ref ref
        && !Bodies.isRootName(ref.head())
        && functions.builtin(ref).isPresent()) {
      if (with.target() instanceof Ref target) {
        target.parts().stream().skip(1).forEach(this::term);
      }
      return;
    }
    super.with(with);
  }
}
