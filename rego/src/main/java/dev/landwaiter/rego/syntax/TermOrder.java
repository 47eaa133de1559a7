package dev.landwaiter.rego.syntax;

import java.util.ArrayList;
import java.util.List;

/// The total order of terms: null < booleans < numbers < strings < variables < refs < arrays <
/// objects < sets < comprehensions (array, object, set) < calls < template strings.
public final class TermOrder {
  private TermOrder() {}

  public static int compare(Term left, Term right) {
    int byRank = Integer.compare(rank(left), rank(right));
    return byRank != 0 ? byRank : sameRank(left, right);
  }

  private static int rank(Term term) {
    return switch (term) {
      case Scalar scalar -> scalar.value().rank();
      case Variable _ -> 4;
      case Ref _ -> 5;
      case ArrayTerm _ -> 6;
      case ObjectTerm _ -> 7;
      case SetTerm _ -> 8;
      case ArrayComprehension _ -> 9;
      case ObjectComprehension _ -> 10;
      case SetComprehension _ -> 11;
      case Call _ -> 12;
      case TemplateString _ -> 13;
    };
  }

  private static int sameRank(Term left, Term right) {
    return switch (left) {
      case Scalar scalar -> scalar.value().compareTo(((Scalar) right).value());
      case Variable variable -> variable.name().compareTo(((Variable) right).name());
      case Ref ref -> compare(ref.parts(), ((Ref) right).parts());
      case ArrayTerm array -> compare(array.elements(), ((ArrayTerm) right).elements());
      case ObjectTerm object -> compare(sorted(object), sorted((ObjectTerm) right));
      case SetTerm set -> compare(sorted(set), sorted((SetTerm) right));
      case ArrayComprehension c -> {
        var other = (ArrayComprehension) right;
        int byHead = compare(c.head(), other.head());
        yield byHead != 0 ? byHead : compare(c.body(), other.body());
      }
      case SetComprehension c -> {
        var other = (SetComprehension) right;
        int byHead = compare(c.head(), other.head());
        yield byHead != 0 ? byHead : compare(c.body(), other.body());
      }
      case ObjectComprehension c -> {
        var other = (ObjectComprehension) right;
        int byHead = compare(List.of(c.key(), c.value()), List.of(other.key(), other.value()));
        yield byHead != 0 ? byHead : compare(c.body(), other.body());
      }
      case Call call -> {
        int byOperator = compare(call.operator(), ((Call) right).operator());
        yield byOperator != 0 ? byOperator : compare(call.arguments(), ((Call) right).arguments());
      }
      case TemplateString template -> template.toString().compareTo(right.toString());
    };
  }

  /// The elements of a set in order, each once.
  static List<Term> sorted(SetTerm set) {
    var elements = new ArrayList<>(set.elements());
    elements.sort(TermOrder::compare);
    for (int i = elements.size() - 1; i > 0; i--) {
      if (elements.get(i).equals(elements.get(i - 1))) {
        elements.remove(i);
      }
    }
    return elements;
  }

  /// Key, value, next key …
  private static List<Term> sorted(ObjectTerm object) {
    var flat = new ArrayList<Term>();
    var entries = new ArrayList<>(object.entries());
    entries.sort((a, b) -> compare(a.key(), b.key()));
    for (ObjectTerm.Entry entry : entries) {
      flat.add(entry.key());
      flat.add(entry.value());
    }
    return flat;
  }

  private static int compare(Body left, Body right) {
    return left.toString().compareTo(right.toString());
  }

  public static int compare(List<Term> left, List<Term> right) {
    int common = Math.min(left.size(), right.size());
    for (int i = 0; i < common; i++) {
      int order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
