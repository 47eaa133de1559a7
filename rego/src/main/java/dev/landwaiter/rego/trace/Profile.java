package dev.landwaiter.rego.trace;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Expr;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Measures how long the expressions of each line take.
@SuppressWarnings("OperatorPrecedence")
public final class Profile implements Tracer {
  /// The order without wishes.
  public static final List<String> ORDER =
      List.of("total_time_ns", "num_eval", "num_redo", "num_gen_expr", "file", "line");

  private final LongSupplier ticks;
  private final Map<Line, Count> counts = new LinkedHashMap<>();
  private @Nullable Expr last;
  private boolean lastIsEval;
  private long since;

  private record Line(String file, int row) {}

  /// What was measured on one line.
  ///
  /// @param generated the number of different expressions, those the compiler made among them
  /// @param at the first expression's place
  public record Entry(long nanos, long evals, long redos, int generated, Location at) {}

  private static final class Count {
    final Location at;
    final Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    long nanos;
    long evals;
    long redos;

    Count(Location at) {
      this.at = at;
    }
  }

  /// @param ticks a clock that never goes back, in nanoseconds
  public Profile(LongSupplier ticks) {
    this.ticks = ticks;
  }

  @Override
  public boolean wantsLocals() {
    return false;
  }

  @Override
  public void take(Event event) {
    boolean counts = event.op() == Event.Op.EVAL || event.op() == Event.Op.REDO;
    if (counts && event.subject() instanceof Subject.OfExpr(Expr expr)) {
      close();
      last = expr;
      lastIsEval = event.op() == Event.Op.EVAL;
      since = ticks.getAsLong();
    }
  }

  private void close() {
    if (last == null) {
      return;
    }
    Location at = last.at();
    Count count = counts.computeIfAbsent(new Line(at.file(), at.row()), _ -> new Count(at));
    count.nanos += ticks.getAsLong() - since;
    count.evals += lastIsEval ? 1 : 0;
    count.redos += lastIsEval ? 0 : 1;
    count.seen.add(last);
    last = null;
  }

  /// The lines, greatest first.
  ///
  /// @param criteria names as in [#ORDER]; others count for nothing
  /// @param limit zero or less for all
  public List<Entry> top(Collection<String> criteria, int limit) {
    close();
    Comparator<Entry> order = (_, _) -> 0;
    for (String name : criteria) {
      order = order.thenComparing(comparator(name).reversed());
    }
    return counts.values().stream()
        .map(c -> new Entry(c.nanos, c.evals, c.redos, c.seen.size(), c.at))
        .sorted(order)
        .limit(limit <= 0 ? Long.MAX_VALUE : limit)
        .toList();
  }

  private static Comparator<Entry> comparator(String name) {
    return switch (name) {
      case "total_time_ns" -> Comparator.comparingLong(Entry::nanos);
      case "num_eval" -> Comparator.comparingLong(Entry::evals);
      case "num_redo" -> Comparator.comparingLong(Entry::redos);
      case "num_gen_expr" -> Comparator.comparingInt(Entry::generated);
      case "file" -> Comparator.comparing(entry -> entry.at().file());
      case "line" -> Comparator.comparingInt(entry -> entry.at().row());
      default -> (_, _) -> 0;
    };
  }
}
