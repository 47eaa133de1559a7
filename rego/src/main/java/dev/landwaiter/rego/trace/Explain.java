package dev.landwaiter.rego.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// How much of a trace is shown (`--explain`).
@SuppressWarnings("OperatorPrecedence")
public enum Explain {
  /// Nothing.
  OFF,
  /// Everything but unifications.
  FULL,
  /// Notes and the way to them.
  NOTES,
  /// Failures and the way to them.
  FAILS,
  /// Everything.
  DEBUG;

  /// The events that are shown.
  public List<Event> of(List<Event> events) {
    return switch (this) {
      case OFF -> List.of();
      case FULL -> events.stream().filter(event -> event.op() != Event.Op.UNIFY).toList();
      case NOTES -> withWay(events, event -> event.op() == Event.Op.NOTE);
      case FAILS -> withWay(events, event -> event.op() == Event.Op.FAIL);
      case DEBUG -> events;
    };
  }

  /// Events of interest, each behind the beginnings of the bodies around it that were not yet shown
  /// since the last one.
  private static List<Event> withWay(List<Event> events, Predicate<Event> wanted) {
    var shown = new ArrayList<Event>();
    var open = new HashMap<Long, Event>();
    for (Event event : events) {
      if (wanted.test(event)) {
        shown.addAll(way(open, event));
        shown.add(event);
        open.clear();
      }
      boolean begins =
          event.op() == Event.Op.ENTER
              || (event.op() == Event.Op.REDO && !(event.subject() instanceof Subject.OfExpr));
      if (begins) {
        open.put(event.query(), event);
      }
    }
    return shown;
  }

  @SuppressWarnings("ReferenceEquality") // the same event, not one that looks like it
  private static List<Event> way(Map<Long, Event> open, Event to) {
    var way = new ArrayList<Event>();
    Event current = open.get(to.query());
    while (current != null && (way.isEmpty() || current != way.getLast())) {
      way.add(current);
      current = open.get(current.parent());
    }
    return way.reversed();
  }
}
