package dev.landwaiter.policy.evidence;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.ground.Derivation;
import dev.landwaiter.rego.ground.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What the results of one rule over one document stand on.
public final class Footing {
  /// Nothing is known.
  public static final Footing NONE = new Footing(List.of(), NullValue.NULL);

  private final List<Derivation> derivations;
  private final Value input;

  Footing(List<Derivation> derivations, Value input) {
    this.derivations = List.copyOf(derivations);
    this.input = input;
  }

  /// The place of the document that a result is about.
  ///
  /// @param result an element of the set the rule makes, or its value, or an element of that
  /// @return the path of a node that exists; none for the document itself
  public List<Value> path(Value result) {
    return path(result, List.of());
  }

  /// As [#path(Value)], for policies whose `input` holds the document among other things.
  ///
  /// @param front where the document lies in the input
  /// @return the path inside of the document
  public List<Value> path(Value result, List<Value> front) {
    return best(of(result), front);
  }

  /// As [#path(Value, List)], for callers that kept only a part of their results.
  ///
  /// @param isIt tells the results that are meant
  public List<Value> path(Predicate<Value> isIt, List<Value> front) {
    return best(
        derivations.stream().filter(derivation -> isIt.test(derivation.result())).toList(), front);
  }

  private List<Value> best(List<Derivation> same, List<Value> front) {
    if (same.isEmpty()) {
      return List.of();
    }
    var ranking = new Ranking(same.getFirst().result(), input, front);
    same.forEach(derivation -> ranking.add(derivation.looks()));
    return ranking.best();
  }

  /// As [#path(Value)], for an input of several documents (`--combine`): an array of objects whose
  /// member `contents` is the document.
  ///
  /// @return the index of the document, `contents`, and the path inside of it; none when no place
  ///   is known
  public List<Value> pathOfMany(Value result) {
    var ranking = new Ranking(result, input, List.of());
    for (Derivation derivation : of(result)) {
      ranking.add(derivation.looks().stream().filter(Footing::isInside).toList());
    }
    return ranking.best();
  }

  private static boolean isInside(Look look) {
    return look.path().size() > 1 && look.path().get(1).asText().equals("contents");
  }

  private List<Derivation> of(Value result) {
    var same = new ArrayList<Derivation>();
    for (Derivation derivation : derivations) {
      if (derivation.result().equals(result)) {
        same.add(derivation);
      }
    }
    if (same.isEmpty()) {
      for (Derivation derivation : derivations) {
        if (derivation.result().elements().contains(result)) {
          same.add(derivation);
        }
      }
    }
    return same;
  }
}
