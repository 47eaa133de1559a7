package dev.landwaiter.rego.check;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.TemplateString;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Parts;
import dev.landwaiter.rego.type.Type;
import dev.landwaiter.rego.type.Union;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of the types of functions, documents and variables: scopes inside scopes. Once
/// rules are checked, their environment changes no more and may be shared by threads.
public final class TypeEnvironment {
  private final TypeNode tree = new TypeNode();
  private final @Nullable TypeEnvironment outer;
  private final IdentityHashMap<Term, Type> comprehensions = new IdentityHashMap<>();
  private final Map<String, Term> written = new HashMap<>();

  private final RuleUses uses;
  private boolean replacing;

  private TypeEnvironment(@Nullable TypeEnvironment outer, RuleUses uses) {
    this.outer = outer;
    this.uses = uses;
  }

  /// An environment that knows the functions of an engine and no rules.
  public static TypeEnvironment of(Capabilities capabilities) {
    return of(capabilities, RuleUses.NONE);
  }

  static TypeEnvironment of(Capabilities capabilities, RuleUses uses) {
    var environment = new TypeEnvironment(null, uses);
    for (Declaration declaration : capabilities.builtins().values()) {
      environment.tree.know(path(declaration.name()), declaration.type());
    }
    return environment;
  }

  private static List<Term> path(String name) {
    String[] parts = name.split("\\.", -1);
    var path = new ArrayList<Term>();
    path.add(new Variable(parts[0], dev.landwaiter.rego.Location.NONE));
    for (int i = 1; i < parts.length; i++) {
      path.add(Scalar.of(parts[i], dev.landwaiter.rego.Location.NONE));
    }
    return path;
  }

  TypeEnvironment inner() {
    return new TypeEnvironment(this, uses);
  }

  TypeNode tree() {
    return tree;
  }

  /// Whether what is known of `data` and `input` here is what `with` put in their place.
  void replacing(boolean now) {
    replacing = now;
  }

  RuleUses uses() {
    return uses;
  }

  @Nullable TypeEnvironment outer() {
    return outer;
  }

  /// What a comprehension whose body was checked in this scope yields.
  void know(Term comprehension, Type type) {
    comprehensions.put(comprehension, type);
  }

  /// Notes what a variable of the compiler stands for in the source.
  void stands(Variable variable, Term term) {
    written.put(variable.name(), term);
  }

  /// What a variable of the compiler stands for in the source; itself where that is not known.
  Term written(Variable variable) {
    for (TypeEnvironment scope = this; scope != null; scope = scope.outer) {
      Term known = scope.written.get(variable.name());
      if (known != null) {
        return known;
      }
    }
    return variable;
  }

  /// The type of a term, [Type#UNKNOWN] when nothing is known of it.
  public Type typeOf(Term term) {
    return switch (term) {
      case Scalar scalar -> Parts.of(scalar.value());
      case Variable variable -> typeOf(variable);
      case Ref ref -> typeOf(ref);
      case ArrayTerm array ->
          array.elements().isEmpty()
              ? Type.array(Type.ANY)
              : new Type.ArrayType(
                  array.elements().stream().map(this::typeOf).toList(), Optional.empty());
      case SetTerm set ->
          new Type.SetType(
              set.elements().isEmpty()
                  ? Type.ANY
                  : set.elements().stream().map(this::typeOf).reduce(Type.UNKNOWN, Union::of));
      case ObjectTerm object -> typeOf(object);
      case ArrayComprehension _, SetComprehension _, ObjectComprehension _ -> comprehension(term);
      case TemplateString _ -> Type.STRING;
      case Call _ -> Type.UNKNOWN;
    };
  }

  private Type typeOf(Variable variable) {
    TypeNode node = tree.child(variable);
    if (node != null) {
      return node.type();
    }
    return outer == null ? Type.UNKNOWN : outer.typeOf(variable);
  }

  private Type typeOf(ObjectTerm object) {
    if (object.entries().isEmpty()) {
      return Type.object(Type.ANY, Type.ANY);
    }
    var properties = new ArrayList<Type.Property>();
    Optional<Type.Others> others = Optional.empty();
    for (ObjectTerm.Entry entry : object.entries()) {
      var key = Constants.of(entry.key());
      if (key.isPresent()) {
        properties.add(new Type.Property(key.get(), typeOf(entry.value())));
      } else {
        others = Optional.of(new Type.Others(typeOf(entry.key()), typeOf(entry.value())));
      }
    }
    return new Type.ObjectType(properties, others);
  }

  private Type comprehension(Term term) {
    for (TypeEnvironment scope = this; scope != null; scope = scope.outer) {
      Type known = scope.comprehensions.get(term);
      if (known != null) {
        return known;
      }
    }
    return new BodyCheck(this, Map.of()).comprehension(term);
  }

  private Type typeOf(Ref ref) {
    TypeNode node = tree.child(ref.head());
    return node == null ? outside(ref) : typeOf(node, ref, 1);
  }

  private Type outside(Ref ref) {
    if (outer != null) {
      return outer.typeOf(ref);
    }
    return isRoot(ref.head()) ? Type.ANY : Type.UNKNOWN;
  }

  static boolean isRoot(Term head) {
    return head instanceof Variable variable
        && (variable.name().equals("data") || variable.name().equals("input"));
  }

  private Type typeOf(TypeNode node, Ref ref, int index) {
    if (index == ref.parts().size()) {
      return whole(node);
    }
    Term part = ref.parts().get(index);
    if (node.isLeaf()) {
      TypeNode child = node.child(part);
      return child == null ? below(node.type(), ref, index) : typeOf(child, ref, index + 1);
    }
    if (Constants.of(part).isEmpty()) {
      return below(whole(node), ref, index);
    }
    TypeNode child = node.child(part);
    return child == null ? outside(ref) : typeOf(child, ref, index + 1);
  }

  /// The type of everything at and below a path of this scope. Where parts of a document are
  /// replaced, the whole may be anything.
  Type whole(TypeNode node) {
    return replacing && !node.isLeaf() ? Type.ANY : extent(node);
  }

  private static Type extent(TypeNode node) {
    if (node.isLeaf()) {
      return node.type();
    }
    var properties = new ArrayList<Type.Property>();
    for (Scalar key : node.keys()) {
      TypeNode child = node.child(key);
      if (child != null) {
        properties.add(new Type.Property(key.value(), extent(child)));
      }
    }
    return new Type.ObjectType(properties, Optional.of(new Type.Others(Type.STRING, Type.ANY)));
  }

  private static Type below(Type type, Ref ref, int index) {
    Type current = type;
    for (Term part : ref.parts().subList(index, ref.parts().size())) {
      if (current instanceof Type.Unknown) {
        return current;
      }
      current =
          part instanceof Scalar scalar ? Parts.at(current, scalar.value()) : Parts.values(current);
    }
    return current;
  }
}
