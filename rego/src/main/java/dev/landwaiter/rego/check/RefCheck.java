package dev.landwaiter.rego.check;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.TemplateString;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.type.Parts;
import dev.landwaiter.rego.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The refs of one expression: whether their parts can be there, and what variables are that
/// iterate.
final class RefCheck {
  private final TypeEnvironment environment;
  private final Map<String, Term> names;
  private final List<RegoError> errors = new ArrayList<>();

  RefCheck(TypeEnvironment environment, Map<String, Term> names) {
    this.environment = environment;
    this.names = names;
  }

  List<RegoError> errors() {
    return errors;
  }

  void expr(Expr expr) {
    switch (expr.content()) {
      case Call call -> call.arguments().forEach(this::term);
      case Term term -> term(term);
      case Every every -> {
        every.key().ifPresent(this::term);
        term(every.value());
        term(every.domain());
        body(every.body());
      }
      case SomeDeclaration some -> some.symbols().forEach(this::term);
      case Not _, Logical _ -> {} // bodies of their own
    }
  }

  private void body(Body body) {
    body.expressions().forEach(this::expr);
  }

  private void term(Term term) {
    switch (term) {
      case ArrayComprehension _, SetComprehension _, ObjectComprehension _ -> {}
      case Scalar _, Variable _, TemplateString _ -> {}
      case ArrayTerm array -> array.elements().forEach(this::term);
      case SetTerm set -> set.elements().forEach(this::term);
      case ObjectTerm object ->
          object
              .entries()
              .forEach(entry -> {
                term(entry.key());
                term(entry.value());
              });
      case Call call -> call.arguments().forEach(this::term);
      case Ref ref -> ref(ref);
    }
  }

  private void ref(Ref ref) {
    Type type = environment.typeOf(ref);
    if (type instanceof Type.FunctionType) {
      errors.add(TypeErrors.scalar(place(ref), shown(ref), ref.parts().size() - 1, type));
      return;
    }
    var found = walk(environment, environment.tree(), ref, 0);
    if (found.isPresent()) {
      errors.add(found.get());
    } else {
      ref.parts().forEach(this::term);
    }
  }

  private static Location place(Ref ref) {
    return ref.head().at();
  }

  /// The ref with the names its variables have in the source.
  private Ref shown(Ref ref) {
    var named =
        new Rewriting() {
          @Override
          public Term term(Term term) {
            return term instanceof Variable variable
                ? names.getOrDefault(variable.name(), variable).at(variable.at())
                : super.term(term);
          }
        };
    var parts = new ArrayList<>(named.terms(ref.parts()));
    if (ref.head() instanceof Variable variable && variable.isGenerated()) {
      Term written = environment.written(variable);
      if (!written.equals(variable)) {
        parts.set(0, written);
      }
    }
    return new Ref(parts, ref.at());
  }

  /// Down the known paths.
  private Optional<RegoError> walk(TypeEnvironment scope, TypeNode node, Ref ref, int index) {
    if (index == ref.parts().size()) {
      return Optional.empty();
    }
    Term part = ref.parts().get(index);
    if ((index == 1 || index == 2)
        && TypeEnvironment.isRoot(ref.head())
        && !(part instanceof Variable)
        && !(part instanceof Scalar scalar
            && scalar.value() instanceof dev.landwaiter.base.value.StringValue)
        && isPackage(ref, index)) {
      return Optional.of(
          TypeErrors.key(
              place(ref),
              shown(ref),
              index,
              Optional.of(environment.typeOf(part)),
              Type.STRING,
              values(node)));
    }
    if (part instanceof Variable variable && index != 0) {
      Type keys = Parts.keys(scope.whole(node));
      Type known = environment.typeOf(variable);
      if (known instanceof Type.Unknown) {
        environment.tree().put(variable, keys);
      } else if (!Fitting.fits(keys, known)) {
        return Optional.of(
            TypeErrors.key(place(ref), shown(ref), index, Optional.of(known), keys, values(node)));
      }
    }
    TypeNode child = node.child(part);
    if (child == null) {
      return elsewhere(scope, node, ref, index);
    }
    return child.isLeaf()
        ? below(child.type(), ref, index + 1)
        : walk(scope, child, ref, index + 1);
  }

  private static boolean isPackage(Ref ref, int index) {
    return index > 0 && ref.head() instanceof Variable head && head.name().equals("data");
  }

  private static List<Value> values(TypeNode node) {
    return node.keys().stream().map(Scalar::value).toList();
  }

  /// Where this scope knows nothing: the scopes around it, else anything may be there.
  private Optional<RegoError> elsewhere(TypeEnvironment scope, TypeNode node, Ref ref, int index) {
    TypeEnvironment outer = scope.outer();
    if (outer != null) {
      return walk(outer, outer.tree(), ref, 0);
    }
    if (!TypeEnvironment.isRoot(ref.head())) {
      return below(Type.ANY, ref, 0);
    }
    if (index == 0) {
      return below(Type.ANY, ref, 1);
    }
    if (ref.parts().get(index) instanceof Variable) {
      node.children().forEach(child -> walk(scope, child, ref, index + 1));
    }
    return Optional.empty();
  }

  /// Down a type.
  private Optional<RegoError> below(Type type, Ref ref, int index) {
    if (index == ref.parts().size()) {
      return Optional.empty();
    }
    Type keys = Parts.keys(type);
    if (keys instanceof Type.Unknown) {
      return Optional.of(TypeErrors.scalar(place(ref), shown(ref), index - 1, type));
    }
    Term part = ref.parts().get(index);
    switch (part) {
      case Scalar scalar -> {
        Type child = Parts.at(type, scalar.value());
        return child instanceof Type.Unknown
            ? Optional.of(
                TypeErrors.key(place(ref), shown(ref), index, Optional.empty(), keys, known(type)))
            : below(child, ref, index + 1);
      }
      case Variable variable -> {
        Type exist = environment.typeOf(variable);
        if (exist instanceof Type.Unknown) {
          environment.tree().put(variable, keys);
        } else if (!Fitting.fits(exist, keys)) {
          return wrong(ref, index, exist, keys, known(type));
        }
      }
      case Ref inner -> {
        Type exist = environment.typeOf(inner);
        if (!(exist instanceof Type.Unknown) && !Fitting.fits(exist, keys)) {
          return wrong(ref, index, exist, keys, known(type));
        }
      }
      case ArrayTerm _, ObjectTerm _, SetTerm _ -> {
        if (!new Unification(environment).term(part, keys, false)) {
          return wrong(ref, index, environment.typeOf(part), keys, List.of());
        }
      }
      default -> {}
    }
    return below(Parts.values(type), ref, index + 1);
  }

  private Optional<RegoError> wrong(Ref ref, int index, Type have, Type want, List<Value> oneOf) {
    return Optional.of(
        TypeErrors.key(place(ref), shown(ref), index, Optional.of(have), want, oneOf));
  }

  /// The keys that are known one by one.
  private static List<Value> known(Type type) {
    var keys = new TreeSet<Value>();
    gather(type, keys);
    return List.copyOf(keys);
  }

  private static void gather(Type type, Set<Value> keys) {
    switch (type) {
      case Type.ObjectType object -> object.properties().forEach(one -> keys.add(one.key()));
      case Type.AnyType any -> any.of().forEach(one -> gather(one, keys));
      case Type.RecursiveType recursive -> gather(recursive.target(), keys);
      case Type.Simple _,
          Type.Unknown _,
          Type.ArrayType _,
          Type.SetType _,
          Type.FunctionType _ -> {}
    }
  }
}
