package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.PackageClause;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `package a.b["c"]`.
final class PackageParser {
  private final Grammar grammar;
  private final TokenStream tokens;

  PackageParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  @Nullable PackageClause read() {
    Location keyword = tokens.here();
    if (tokens.token != Token.PACKAGE) {
      return null;
    }
    if (grammar.keywordsInPaths && tokens.isFollowedByPart()) {
      return null;
    }
    tokens.scan();
    if (!grammar.atPart()) {
      tokens.illegal();
      return null;
    }
    Term term = grammar.terms.finish(grammar.terms.variable(), false);
    if (term == null) {
      return null;
    }
    List<Term> parts =
        switch (term) {
          case Variable name -> List.of(name);
          case Ref ref -> ref.parts();
          default -> List.of();
        };
    if (parts.isEmpty()) {
      tokens.illegal();
      return null;
    }
    return clause(parts, term.at(), keyword);
  }

  private @Nullable PackageClause clause(List<Term> parts, Location at, Location keyword) {
    Term head = parts.getFirst();
    if (!(head instanceof Variable name)) {
      tokens.error(head.at(), "unexpected " + Kinds.of(head) + " token: expecting var");
      return null;
    }
    var path = new ArrayList<Term>();
    path.add(new Variable("data", name.at()));
    path.add(Scalar.of(name.name(), name.at()));
    for (Term part : parts.subList(1, parts.size())) {
      if (!isString(part)) {
        tokens.error(part.at(), "unexpected " + Kinds.of(part) + " token: expecting string");
        return null;
      }
      path.add(part);
    }
    return new PackageClause(new Ref(path, at), keyword);
  }

  static boolean isString(Term part) {
    return part instanceof Scalar scalar && scalar.value().rank() == 3;
  }
}
