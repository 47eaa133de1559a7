package dev.landwaiter.rego.check;

import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.type.Parts;
import dev.landwaiter.rego.type.Type;
import dev.landwaiter.rego.type.Union;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of a path and of the paths below it.
final class TypeNode {
  /// Larger types are not kept: anything may be there then.
  private static final int SIZE = 20_000;

  private final Map<Term, TypeNode> children = new HashMap<>();
  private Type type = Type.UNKNOWN;

  Type type() {
    return type;
  }

  boolean isLeaf() {
    return !(type instanceof Type.Unknown);
  }

  @Nullable TypeNode child(Term key) {
    return children.get(key);
  }

  Iterable<TypeNode> children() {
    return children.values();
  }

  /// The constant keys below this, in their order.
  List<Scalar> keys() {
    return children.keySet().stream()
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .sorted((a, b) -> a.value().compareTo(b.value()))
        .toList();
  }

  void forget(Term key) {
    children.remove(key);
  }

  void put(Term key, Type value) {
    children.computeIfAbsent(key, k -> new TypeNode()).type = bounded(value);
  }

  void put(List<Term> path, Type value) {
    know(path, bounded(value));
  }

  /// Puts the type of a built-in function, which is small.
  void know(List<Term> path, Type value) {
    TypeNode current = this;
    for (Term part : path) {
      current = current.children.computeIfAbsent(part, k -> new TypeNode());
    }
    current.type = value;
  }

  private static Type bounded(Type type) {
    return Parts.size(type, SIZE) < SIZE ? type : Type.ANY;
  }

  /// Adds a type at a path of constants: a value already there becomes a union, objects above learn
  /// of it, and what is known below becomes part of an object put here.
  void insert(List<Term> path, Type value, TypeEnvironment environment) {
    TypeNode current = this;
    for (int i = 0; i < path.size(); i++) {
      Term part = path.get(i);
      TypeNode child = current.children.get(part);
      if (child == null) {
        child = new TypeNode();
        current.children.put(part, child);
      } else if (i + 1 < path.size() && child.type instanceof Type.ObjectType object) {
        child.type = bounded(with(object, path.subList(i + 1, path.size()), value, environment));
      }
      current = child;
    }
    current.type = bounded(merge(current.type, value));
    if (value instanceof Type.ObjectType) {
      TypeNode at = current;
      current.eachLeaf(
          new ArrayList<>(),
          (below, type) -> {
            if (at.type instanceof Type.ObjectType object) {
              at.type = bounded(with(object, below, type, environment));
            }
          });
    }
  }

  private interface Visit {
    void leaf(List<Term> path, Type type);
  }

  private void eachLeaf(List<Term> path, Visit visit) {
    children.forEach((key, child) -> {
      var longer = new ArrayList<>(path);
      longer.add(key);
      if (child.isLeaf()) {
        visit.leaf(longer, child.type);
      }
      child.eachLeaf(longer, visit);
    });
  }

  private static Type.ObjectType with(
      Type.ObjectType object, List<Term> path, Type value, TypeEnvironment environment) {
    Type key = environment.typeOf(path.getFirst());
    Type below =
        path.size() == 1
            ? value
            : with(
                new Type.ObjectType(List.of(), Optional.empty()),
                path.subList(1, path.size()),
                value,
                environment);
    Type.Others others =
        object
            .others()
            .map(old -> new Type.Others(Union.of(old.key(), key), Union.of(old.value(), below)))
            .orElse(new Type.Others(key, below));
    return new Type.ObjectType(object.properties(), Optional.of(others));
  }

  /// The union of two definitions' types, where sets and objects of unknown keys are joined
  /// element-wise.
  private static Type merge(Type left, Type right) {
    if (left instanceof Type.ObjectType a && isOpen(a)) {
      if (right instanceof Type.ObjectType b && isOpen(b)) {
        return new Type.ObjectType(List.of(), Optional.of(merge(rest(a), rest(b))));
      } else if (right instanceof Type.AnyType any
          && any.of().stream().anyMatch(TypeNode::isOpen)) {
        return new Type.AnyType(
            any.of().stream()
                .map(one ->
                    one instanceof Type.ObjectType b && isOpen(b)
                        ? new Type.ObjectType(List.of(), Optional.of(merge(rest(b), rest(a))))
                        : one)
                .toList());
      }
    } else if (left instanceof Type.SetType a && right instanceof Type.SetType b) {
      return new Type.SetType(Union.of(a.of(), b.of()));
    } else if (left instanceof Type.AnyType
        && !(right instanceof Type.AnyType)
        && !(right instanceof Type.Unknown)) {
      return right instanceof Type.ObjectType object && isOpen(object)
          ? merge(right, left)
          : Union.of(left, right);
    }
    return Union.of(left, right);
  }

  private static boolean isOpen(Type type) {
    return type instanceof Type.ObjectType object
        && object.properties().isEmpty()
        && object.others().isPresent();
  }

  private static Type.Others rest(Type.ObjectType object) {
    return object.others().orElse(new Type.Others(Type.ANY, Type.ANY));
  }

  private static Type.Others merge(Type.Others left, Type.Others right) {
    return new Type.Others(Union.of(left.key(), right.key()), merge(left.value(), right.value()));
  }
}
