package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Heads of rules.
final class HeadParser {
  private final Grammar grammar;
  private final TokenStream tokens;

  HeadParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  /// A head and how it was written.
  ///
  /// @param contains whether `contains` was written
  /// @param implicit whether no value was written
  record Written(Head head, boolean contains, boolean implicit) {
    Written head(Head other) {
      return new Written(other, contains, implicit);
    }
  }

  @Nullable Written read(boolean isDefault) {
    Location first = tokens.here();
    Term name = grammar.terms.finish(grammar.terms.variable(), true);
    if (name == null) {
      tokens.illegal("expected rule head name");
      return null;
    }
    Ref ref =
        switch (name) {
          case Variable single -> new Ref(List.of(single), single.at());
          case Ref path -> path;
          case Call call -> call.operator();
          default -> null;
        };
    if (ref == null) {
      return null;
    }
    if (!(ref.head() instanceof Variable)) {
      tokens.illegal("rule head ref " + TermText.of(ref) + " invalid");
      return null;
    }
    List<Term> args = name instanceof Call call ? call.arguments() : List.of();
    boolean function = name instanceof Call;
    Token next =
        tokens.token == Token.CONTAINS && !grammar.goesOn(Token.CONTAINS)
            ? Token.IDENT
            : tokens.token;
    return switch (next) {
      case CONTAINS -> multiValue(first, ref, args, function);
      case EQ -> value(first, ref, args, isDefault);
      case ASSIGN -> value(first, ref, args, isDefault);
      default -> head(first, ref, args, null, false);
    };
  }

  private Written multiValue(Location first, Ref ref, List<Term> args, boolean function) {
    String name = TermText.of(ref);
    if (function) {
      tokens.illegal(
          "the contains keyword can only be used with multi-value rule definitions (e.g., "
              + name
              + " contains <VALUE> { ... })");
    }
    tokens.scan();
    Term key = grammar.terms.infix();
    if (key == null) {
      tokens.illegal("expected rule key term (e.g., " + name + " contains <VALUE> { ... })");
    }
    Location at = tokens.upToLast(first);
    return new Written(
        new Head(
            ref,
            args,
            Optional.of(key == null ? Scalar.of(true, at) : key),
            Optional.empty(),
            false,
            legacyName(ref),
            at),
        true,
        false);
  }

  private Written value(Location first, Ref ref, List<Term> args, boolean isDefault) {
    boolean assign = tokens.token == Token.ASSIGN;
    tokens.scan();
    Term value = grammar.terms.infix();
    if (value == null) {
      String name = TermText.of(ref);
      String form;
      if (!assign) {
        form = "rule value term (e.g., " + name + "[<nil>] = <VALUE> { ... })";
      } else if (!args.isEmpty()) {
        form = "function value term (e.g., " + name + "(...) := <VALUE> { ... })";
      } else if (isDefault) {
        form = "default rule value term (e.g., default " + name + " := <VALUE>)";
      } else {
        form = "rule value term (e.g., " + name + " := <VALUE> { ... })";
      }
      tokens.illegal("expected " + form);
    }
    return head(first, ref, args, value, assign);
  }

  private Written head(
      Location first, Ref ref, List<Term> args, @Nullable Term value, boolean assign) {
    Location at = tokens.upToLast(first);
    return new Written(
        new Head(
            ref,
            args,
            Optional.empty(),
            Optional.of(value == null ? Scalar.of(true, Location.NONE) : value),
            assign,
            legacyName(ref),
            at),
        false,
        value == null);
  }

  static Optional<String> legacyName(Ref ref) {
    return ref.parts().size() == 1 && ref.head() instanceof Variable name
        ? Optional.of(name.name())
        : Optional.empty();
  }
}
