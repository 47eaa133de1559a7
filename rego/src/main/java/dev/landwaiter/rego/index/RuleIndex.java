package dev.landwaiter.rego.index;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The index over all definitions of one rule (reference 10.10). Never changed after it is made.
public final class RuleIndex {
  private final List<Entry> entries = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final long[] everything;

  /// One branch of one definition.
  ///
  /// @param partial whether it gives a part of what the rule stands for, so that one is not enough
  private record Entry(int rule, int branch, Optional<Term> value, boolean partial) {}

  /// What all entries ask of one key.
  private static final class Column {
    final Key key;
    final long[] free;
    final Map<Value, long[]> byValue = new HashMap<>();
    final List<Slow> slow = new ArrayList<>();

    Column(Key key, long[] free) {
      this.key = key;
      this.free = free;
    }
  }

  private record Slow(int entry, Condition condition) {}

  private RuleIndex(List<Rule> rules, Predicate<Ref> virtual) {
    var conditions = new ArrayList<Map<Key, Condition>>();
    for (int i = 0; i < rules.size(); i++) {
      int branch = 0;
      Optional<Rule> next = Optional.of(rules.get(i));
      while (next.isPresent()) {
        Rule rule = next.get();
        if (!rule.isDefault()) {
          entries.add(new Entry(i, branch++, rule.head().value(), isPartial(rule.head())));
          conditions.add(Conditions.of(rule.head().args(), rule.body().expressions(), virtual));
        }
        next = rule.orElse();
      }
    }
    everything = new long[(entries.size() + 63) / 64];
    for (int i = 0; i < entries.size(); i++) {
      set(everything, i);
    }
    var byKey = new LinkedHashMap<Key, Column>();
    for (int i = 0; i < conditions.size(); i++) {
      int entry = i;
      conditions
          .get(i)
          .forEach((key, condition) ->
              enter(
                  byKey.computeIfAbsent(key, k -> new Column(k, everything.clone())),
                  entry,
                  condition));
    }
    columns.addAll(byKey.values());
  }

  /// Makes the index.
  ///
  /// @param rules all definitions, defaults among them, in their order
  /// @param virtual whether rules stand on, below or above a ground path
  public static RuleIndex of(List<Rule> rules, Predicate<Ref> virtual) {
    return new RuleIndex(rules, virtual);
  }

  private void enter(Column column, int entry, Condition condition) {
    column.free[entry / 64] &= ~(1L << entry);
    if (condition instanceof Condition.OneOf(List<Value> values)) {
      for (Value value : values) {
        set(column.byValue.computeIfAbsent(value, _ -> new long[everything.length]), entry);
      }
    } else {
      column.slow.add(new Slow(entry, condition));
    }
  }

  private static void set(long[] bits, int bit) {
    bits[bit / 64] |= 1L << bit;
  }

  /// The keys that lookups ask for.
  public List<Key> keys() {
    return columns.stream().map(column -> column.key).toList();
  }

  /// The definitions that may hold.
  public Lookup lookup(Resolver resolver) throws RegoException {
    if (columns.isEmpty()) {
      return all();
    }
    long[] left = everything.clone();
    for (Column column : columns) {
      if (resolver.isUnknown(column.key)) {
        continue;
      }
      narrow(left, column, resolver.resolve(column.key));
      if (isEmpty(left)) {
        break;
      }
    }
    return answer(left);
  }

  /// All definitions, as without an index.
  public Lookup all() {
    return answer(everything);
  }

  private static void narrow(long[] left, Column column, @Nullable Value value) {
    long[] mask = column.free;
    if (value != null) {
      mask = mask.clone();
      long[] equal = column.byValue.get(value);
      for (int i = 0; equal != null && i < mask.length; i++) {
        mask[i] |= equal[i];
      }
      for (Slow slow : column.slow) {
        if (slow.condition.holds(value)) {
          set(mask, slow.entry);
        }
      }
    }
    for (int i = 0; i < left.length; i++) {
      left[i] &= mask[i];
    }
  }

  private static boolean isEmpty(long[] bits) {
    for (long word : bits) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  private Lookup answer(long[] bits) {
    var matches = new ArrayList<Lookup.Match>();
    boolean same = true;
    Term value = null;
    int rule = -1;
    int[] branches = {};
    for (int i = 0; i < entries.size(); i++) {
      if ((bits[i / 64] & (1L << i)) == 0) {
        continue;
      }
      Entry entry = entries.get(i);
      if (entry.rule != rule) {
        if (rule >= 0) {
          matches.add(new Lookup.Match(rule, branches));
        }
        rule = entry.rule;
        branches = new int[0];
      }
      branches = Arrays.copyOf(branches, branches.length + 1);
      branches[branches.length - 1] = entry.branch;
      same = same && !entry.partial;
      if (entry.value.isPresent()) {
        Term own = entry.value.get();
        same = same && isGround(own) && (value == null || value.equals(own));
        value = own;
      }
    }
    if (rule >= 0) {
      matches.add(new Lookup.Match(rule, branches));
    }
    return new Lookup(matches, same);
  }

  private static boolean isPartial(Head head) {
    return head.isMultiValue() || !head.ref().isGround();
  }

  private static boolean isGround(Term term) {
    return switch (term) {
      case Scalar _ -> true;
      case ArrayTerm array -> array.elements().stream().allMatch(RuleIndex::isGround);
      case SetTerm set -> set.elements().stream().allMatch(RuleIndex::isGround);
      case ObjectTerm object ->
          object.entries().stream().allMatch(e -> isGround(e.key()) && isGround(e.value()));
      default -> false;
    };
  }
}
