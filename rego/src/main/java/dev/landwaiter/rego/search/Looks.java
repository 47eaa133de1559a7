package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.ground.Derivation;
import dev.landwaiter.rego.ground.Look;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// Turns what a [Watch] noted on the way to one result into looks at the input.
final class Looks {
  /// More of them do not make the answer better.
  private static final int LIMIT = 300;

  private static final int DEEPEST = 12;

  private final Origins origins;
  private final Roles roles;
  private final LinkedHashSet<Look> found = new LinkedHashSet<>();
  private final IdentityHashMap<Object, Boolean> open = new IdentityHashMap<>();
  private int order;
  private int work;

  private Looks(Origins origins, Roles roles) {
    this.origins = origins;
    this.roles = roles;
  }

  static Derivation of(Watch.Made made, Watch watch, Roles roles) {
    var looks = new Looks(watch.origins, roles);
    looks.all(made.entries(), Context.of(Look.Role.TEST));
    looks.order = 0;
    looks.value(made.result(), Context.of(Look.Role.TELL));
    return new Derivation(made.result(), List.copyOf(looks.found));
  }

  /// What holds for the entries looked at.
  ///
  /// @param closed whether roles inside count no more
  /// @param whole whether a collection counts rather than its elements
  private record Context(
      Look.Role role, boolean closed, boolean whole, boolean excused, int distance, int depth) {
    static Context of(Look.Role role) {
      return new Context(role, false, false, false, 0, 0);
    }

    Context further(int more) {
      return new Context(role, closed, whole, excused, distance + more, depth + 1);
    }

    Context of(Look.Role other, boolean excusing) {
      return new Context(other, closed, whole, excused || excusing, distance, depth);
    }

    Context close() {
      return new Context(Look.Role.TEST, true, whole, excused, distance, depth + 1);
    }

    Context asWhole() {
      return new Context(role, closed, true, excused, distance, depth);
    }
  }

  private boolean isEnough(Context context) {
    return found.size() >= LIMIT || context.depth > DEEPEST || ++work > 20 * LIMIT;
  }

  private void all(List<Entry> entries, Context outer) {
    Context context = outer;
    for (Entry entry : entries) {
      if (isEnough(context)) {
        return;
      }
      switch (entry) {
        case Entry.Mark(Frame frame, int position, boolean again) -> {
          Look.Role role = context.closed ? Look.Role.TEST : roles.of(frame, position);
          if (!context.closed && !again && role == Look.Role.TEST) {
            order++;
          }
          boolean excusing = Excuse.is(frame.block.steps().get(position).expr());
          context = outer.of(role, excusing);
        }
        case Entry.Used(Value value) -> value(value, context);
        case Entry.Whole(Value collection) -> value(collection, context.asWhole());
        case Entry.Passed(Value value) -> value(value, context.further(2));
        case Entry.Missed missed -> missed(missed, context);
        case Entry.Spread _ -> {}
        case Entry.Way(List<Entry> way) -> all(way, context.further(0));
        case Entry.Inner(List<Entry> inner) -> closed(inner, context);
      }
    }
  }

  /// What was looked at in a closed body. Where several elements of a collection were tried it is
  /// the collection that is meant.
  private void closed(List<Entry> entries, Context context) {
    var inner = new Looks(origins, roles);
    inner.order = order;
    inner.work = work;
    inner.open.putAll(open);
    inner.all(entries, context.close());
    work = inner.work;
    List<Spread> spreads = new ArrayList<>();
    gather(entries, spreads, new ArrayList<>(), 0);
    spreads.sort((a, b) -> Integer.compare(a.collection.size(), b.collection.size()));
    var looks = new ArrayList<>(inner.found);
    for (Spread spread : spreads) {
      merge(looks, spread, context.whole);
    }
    // What was looked at last made the body fail.
    found.addAll(looks.reversed());
  }

  /// A collection whose elements were tried, and what had been given to functions before.
  private record Spread(List<Value> collection, List<List<Value>> given) {
    /// Whether a place is one of those tried.
    boolean tried(List<Value> path) {
      return isBelow(path, collection)
          && given.stream().noneMatch(front -> isAt(path, front) && isBelow(front, collection));
    }
  }

  private void gather(
      List<Entry> entries, List<Spread> spreads, List<List<Value>> given, int depth) {
    for (Entry entry : entries) {
      if (spreads.size() >= LIMIT || depth > DEEPEST) {
        return;
      }
      switch (entry) {
        case Entry.Spread(Value collection) -> {
          Origins.Place place = origins.place(collection);
          if (place != null) {
            List<Value> path = place.path();
            if (spreads.stream().noneMatch(spread -> spread.collection.equals(path))) {
              spreads.add(new Spread(path, List.copyOf(given)));
            }
          }
        }
        case Entry.Passed(Value value) -> {
          Origins.Place place = origins.place(value);
          if (place != null && given.size() < LIMIT) {
            given.add(place.path());
          }
        }
        case Entry.Inner(List<Entry> inner) -> gather(inner, spreads, given, depth + 1);
        default -> {}
      }
    }
  }

  private static void merge(List<Look> looks, Spread spread, boolean whole) {
    Value child = null;
    boolean several = whole;
    int depth = spread.collection.size();
    for (Look look : looks) {
      if (spread.tried(look.path())) {
        Value key = look.path().get(depth);
        several |= child != null && !child.equals(key);
        child = key;
      }
    }
    if (several) {
      looks.replaceAll(look -> spread.tried(look.path()) ? at(look, spread.collection) : look);
    }
  }

  private static Look at(Look look, List<Value> path) {
    return new Look(path, List.of(), look.role(), look.order(), look.distance(), look.excused());
  }

  private static boolean isAt(List<Value> path, List<Value> front) {
    return path.size() >= front.size() && path.subList(0, front.size()).equals(front);
  }

  private static boolean isBelow(List<Value> path, List<Value> front) {
    return path.size() > front.size() && path.subList(0, front.size()).equals(front);
  }

  private void missed(Entry.Missed missed, Context context) {
    Origins.Place place = origins.place(missed.parent());
    if (place != null) {
      var missing = new ArrayList<Value>();
      missing.add(missed.key());
      missing.addAll(missed.rest());
      add(place.path(), missing, context);
    }
  }

  private void add(List<Value> path, List<Value> missing, Context context) {
    found.add(
        new Look(
            path, missing, context.role, Math.max(order, 1), context.distance, context.excused));
  }

  private void value(Value value, Context context) {
    if (isEnough(context) || open.putIfAbsent(value, true) != null) {
      return;
    }
    Origins.Place place = origins.place(value);
    if (place != null) {
      add(place.path(), List.of(), context);
    } else {
      List<Entry> sources = origins.sources(value);
      if (!context.whole || sources == null) {
        elements(value, context.further(0));
      }
      if (sources != null) {
        all(sources, context.further(1));
      }
    }
    open.remove(value);
  }

  private void elements(Value value, Context context) {
    switch (value) {
      case ArrayValue array -> {
        for (int i = 0; i < array.size() && i < Origins.ELEMENTS; i++) {
          element(array, array.at(i), context);
        }
      }
      case SetValue set -> {
        for (int i = 0; i < set.size() && i < Origins.ELEMENTS; i++) {
          element(set, set.unsorted(i), context);
        }
      }
      case ObjectValue object -> {
        for (int i = 0; i < object.size() && i < Origins.ELEMENTS; i++) {
          element(object, object.valueAt(i), context);
        }
      }
      default -> {}
    }
  }

  private void element(Value collection, Value element, Context context) {
    List<Entry> way = origins.way(collection, element);
    if (way != null) {
      all(way, context);
    }
    value(element, context);
  }
}
