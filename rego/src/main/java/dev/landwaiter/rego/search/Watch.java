package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Follows one evaluation and keeps what each result of one rule stands on.
///
/// The trail holds what was looked at on the way to where the evaluation is: since what comes after
/// a success is called from within, all that is noted is taken back on return. A body that is
/// closed – its failing is what counts, or its values become a set – is followed by a log as well,
/// from which nothing is taken back.
final class Watch {
  /// So much is noted in one closed body; what comes after is not.
  private static final int LIMIT = 20_000;

  /// So many derivations are kept.
  private static final int DERIVATIONS = 2_000;

  final Origins origins = new Origins();
  private final Node wanted;
  private final ArrayList<Entry> trail = new ArrayList<>();
  private @Nullable List<Entry> log;
  private final List<Made> results = new ArrayList<>();

  /// A result and the way to it.
  record Made(Value result, List<Entry> entries) {}

  /// @param wanted whose results are kept
  Watch(Node wanted) {
    this.wanted = wanted;
  }

  List<Made> results() {
    return results;
  }

  /// Where the trail is now.
  int here() {
    return trail.size();
  }

  /// Takes back what was noted since.
  void back(int mark) {
    for (int i = trail.size() - 1; i >= mark; i--) {
      trail.remove(i);
    }
  }

  private void note(Entry entry) {
    trail.add(entry);
    log(entry);
  }

  private void log(Entry entry) {
    if (log != null && log.size() < LIMIT) {
      log.add(entry);
    }
  }

  void step(Frame frame, int position) {
    note(new Entry.Mark(frame, position, false));
  }

  /// An expression goes on after the body of a rule it needed.
  ///
  /// @return where the trail was before
  int resume(Frame frame) {
    int mark = here();
    note(new Entry.Mark(frame, frame.position(), true));
    return mark;
  }

  void use(Value value) {
    if (origins.knows(value)) {
      note(new Entry.Used(value));
    }
  }

  void pass(Value value) {
    if (origins.knows(value)) {
      note(new Entry.Passed(value));
    }
  }

  void spread(Value collection) {
    if (origins.knows(collection)) {
      note(new Entry.Spread(collection));
    }
  }

  /// A part of a ref selected something.
  ///
  /// @return the value to go on with
  Value select(Value parent, Value key, Value child) {
    if (origins.place(parent) != null) {
      return child;
    }
    use(key);
    return take(parent, child);
  }

  /// Something is taken out of something.
  ///
  /// @return the value to go on with
  Value take(Value parent, Value child) {
    List<Entry> way = origins.way(parent, child);
    if (way != null) {
      note(new Entry.Way(way));
    }
    return origins.take(parent, child);
  }

  /// A part of a ref selected nothing.
  ///
  /// @param position of the part
  void miss(Value parent, Value key, Goal goal, int position) {
    if (origins.place(parent) == null) {
      if (origins.knows(key)) {
        log(new Entry.Used(key));
      }
      return;
    }
    var rest = new ArrayList<Value>();
    for (int i = position + 1; i < goal.ref().parts().size(); i++) {
      if (!(Plug.in(goal.ref().parts().get(i), goal.scope()) instanceof Scalar scalar)) {
        break;
      }
      rest.add(scalar.value());
    }
    log(new Entry.Missed(parent, key, rest));
  }

  /// A built-in function gave a result.
  ///
  /// @return the value to go on with
  @SuppressWarnings("ReferenceEquality") // values are told apart by identity
  Value computed(Builtin builtin, Value[] arguments, Value result) {
    var sources = new ArrayList<Entry>();
    if (builtin.name().equals("object.get") && origins.place(result) == null) {
      absent(arguments, sources);
    }
    for (Value argument : arguments) {
      if (origins.knows(argument)) {
        boolean other = builtin.name().equals("minus") && argument == arguments[1];
        sources.add(other ? new Entry.Whole(argument) : new Entry.Used(argument));
      }
    }
    return origins.derive(result, sources);
  }

  /// A built-in function is called.
  void call(Builtin builtin, Value[] arguments) {
    if (builtin.name().equals("internal.member_2")) {
      use(arguments[0]);
      member(arguments[0], arguments[1]);
      return;
    }
    for (Value argument : arguments) {
      use(argument);
    }
  }

  /// Notes which element `in` found, or that it found none.
  private void member(Value element, Value collection) {
    if (collection instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.at(i).equals(element)) {
          use(array.at(i));
          return;
        }
      }
    } else if (collection instanceof SetValue set) {
      Value own = set.find(element);
      if (own != null) {
        use(own);
        return;
      }
    }
    if (origins.knows(collection)) {
      note(new Entry.Whole(collection));
    }
  }

  /// Notes what `object.get` did not find.
  private void absent(Value[] arguments, List<Entry> sources) {
    List<Value> path =
        arguments[1] instanceof ArrayValue array ? array.elements() : List.of(arguments[1]);
    Value at = arguments[0];
    for (int i = 0; i < path.size(); i++) {
      Value below = Select.in(at, path.get(i));
      if (below == null) {
        if (origins.place(at) != null) {
          var missed = new Entry.Missed(at, path.get(i), path.subList(i + 1, path.size()));
          sources.add(missed);
          note(missed);
        }
        return;
      }
      at = below;
    }
  }

  /// Logs elsewhere from now on.
  ///
  /// @return the log so far
  @Nullable List<Entry> swapLog(@Nullable List<Entry> other) {
    List<Entry> before = log;
    log = other;
    return before;
  }

  void logAll(List<Entry> entries) {
    entries.forEach(this::log);
  }

  /// A closed body under way.
  ///
  /// @param mark where the trail was
  /// @param outer the log around it
  /// @param successes the trails to its successes
  /// @param ways those by which its values came
  record Open(int mark, @Nullable List<Entry> outer, List<Entry> successes, Origins.Ways ways) {}

  Open open() {
    var open = new Open(trail.size(), log, new ArrayList<>(), new Origins.Ways());
    log = new ArrayList<>();
    return open;
  }

  /// A closed body came to one of its values.
  void success(Open open, Value value) {
    success(open, open.mark, value);
  }

  /// @param mark where the trail was when what led to the value began
  void success(Open open, int mark, Value value) {
    List<Entry> way = List.copyOf(trail.subList(mark, trail.size()));
    if (open.successes.size() < LIMIT) {
      open.successes.addAll(way);
      open.ways.add(value, way);
    }
  }

  /// Ends a closed body whose failing or holding is all that counts.
  ///
  /// @return what it did; to be noted when the evaluation goes on
  Entry.Inner close(Open open) {
    var inner = new Entry.Inner(log == null ? List.of() : log);
    log = open.outer;
    log(inner);
    return inner;
  }

  /// Ends a closed body that gathered values.
  ///
  /// @return the value to go on with
  Value gathered(Open open, Value value) {
    List<Entry> way =
        !open.successes.isEmpty() ? open.successes : log == null ? List.<Entry>of() : log;
    log = open.outer;
    Value own = origins.derive(value, way.isEmpty() ? way : List.of(new Entry.Inner(way)));
    if (!open.successes.isEmpty()) {
      origins.gather(own, open.ways);
    }
    return own;
  }

  void follow(Entry.Inner inner) {
    trail.add(inner);
  }

  /// How much the log holds.
  int logged() {
    return log == null ? 0 : log.size();
  }

  /// Takes back a piece of the log, because it did not decide anything.
  void forget(int from, int to) {
    if (log != null) {
      log.subList(from, to).clear();
    }
  }

  /// A rule came to a value. Where that of a rule with one value holds several, each may be a
  /// result.
  ///
  /// @param mark where the trail was when its body began
  /// @param whole whether it is the rule's one value
  void made(Node node, int mark, Value value, boolean whole) {
    if (!isWanted(node)) {
      return;
    }
    List<Entry> way = List.copyOf(trail.subList(mark, trail.size()));
    keep(value, way);
    if (whole) {
      for (Value element : value.elements()) {
        List<Entry> own = origins.way(value, element);
        var both = new ArrayList<>(way);
        if (own != null) {
          both.add(new Entry.Way(own));
        }
        keep(element, both);
      }
    }
  }

  private void keep(Value value, List<Entry> way) {
    if (results.size() < DERIVATIONS) {
      results.add(new Made(value, way));
    }
  }

  @SuppressWarnings("ReferenceEquality") // one node for each place
  private boolean isWanted(Node node) {
    return node == wanted;
  }
}
