package dev.landwaiter.rego.trace;

import dev.landwaiter.rego.Location;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Gathers which places of the sources an evaluation reached: expressions that were evaluated, and
/// heads of rules that held. Several evaluations may tell it at once.
public final class Coverage implements Tracer {
  private final Set<Location> reached = ConcurrentHashMap.newKeySet();

  @Override
  public boolean wantsLocals() {
    return false;
  }

  @Override
  public void take(Event event) {
    switch (event.subject()) {
      case Subject.OfRule(var rule, var _) when event.op() == Event.Op.EXIT ->
          reached.add(rule.head().at());
      case Subject.OfExpr(var expr) when event.op() == Event.Op.EVAL -> reached.add(expr.at());
      default -> {}
    }
  }

  boolean holds(Location place) {
    return reached.contains(place);
  }
}
