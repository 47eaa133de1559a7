package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Imports, and the keywords some of them switch on.
final class ImportParser {
  private final Grammar grammar;
  private final TokenStream tokens;
  private final ParserSettings settings;
  private final int allowed;

  ImportParser(Grammar grammar, ParserSettings settings, int allowed) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
    this.settings = settings;
    this.allowed = allowed;
  }

  private boolean versionOne() {
    return settings.version() == RegoVersion.V1;
  }

  @Nullable Import read() {
    Location keyword = tokens.here();
    if (tokens.token != Token.IMPORT || (grammar.keywordsInPaths && tokens.isFollowedByPart())) {
      return null;
    }
    tokens.scan();
    if (tokens.token != Token.IDENT) {
      tokens.error(tokens.here(), "expected ident");
      return null;
    }
    Ref path = path();
    if (path == null) {
      return null;
    }
    Optional<String> alias = Optional.empty();
    if (grammar.goesOn(Token.AS)) {
      tokens.scan();
      alias = alias();
      if (alias.isEmpty()) {
        return null;
      }
    } else {
      refuseKeyword(path);
    }
    var found = new Import(path, alias, keyword);
    switch (((Variable) path.head()).name()) {
      case "rego" -> versionImport(found);
      case "future" -> futureImport(found);
      default -> {}
    }
    return found;
  }

  private @Nullable Ref path() {
    grammar.inImport = true;
    Term term = grammar.terms.term();
    grammar.inImport = false;
    Ref path =
        switch (term) {
          case null -> null;
          case Variable name -> new Ref(List.of(name), name.at());
          case Ref ref -> ref;
          default -> null;
        };
    if (path == null) {
      tokens.error(tokens.here(), "expected path");
      return null;
    }
    for (Term part : path.parts().subList(1, path.parts().size())) {
      if (!PackageParser.isString(part)) {
        tokens.error(part.at(), "unexpected " + Kinds.of(part) + " token: expecting string");
        return null;
      }
    }
    String root = path.head() instanceof Variable name ? name.name() : "";
    if (!List.of("data", "future", "input", "rego").contains(root)) {
      tokens.hint("if this is unexpected, try updating OPA");
      tokens.error(
          path.at(),
          "unexpected import path, must begin with one of: {data, future, input, rego}, got: "
              + TermText.of(path.head()));
      return null;
    }
    return path;
  }

  private Optional<String> alias() {
    if (tokens.token == Token.IDENT
        && grammar.terms.term() instanceof Variable name
        && !name.isWildcard()) {
      return Optional.of(name.name());
    }
    tokens.illegal("expected var");
    return Optional.empty();
  }

  private void refuseKeyword(Ref path) {
    Term last = path.parts().getLast();
    String name = last instanceof Scalar scalar ? scalar.value().asText() : "";
    boolean future = path.head() instanceof Variable head && head.name().equals("future");
    int keywords = versionOne() ? Keyword.bits(List.of(Keyword.values())) : 0;
    int always = keywords & ~(Keyword.AND.bit() | Keyword.OR.bit());
    if (!future && Words.token(name, 0, name.length(), always).keyword) {
      tokens.hint("import a different path or use an alias");
      tokens.error(last.at(), "unexpected import path, must not end with a keyword, got: " + name);
    }
  }

  private void versionImport(Import one) {
    List<Term> parts = one.path().parts();
    boolean known =
        settings.capabilities().has("rego_v1") || settings.capabilities().has("rego_v1_import");
    if (!known) {
      tokens.error(
          one.path().at(), "invalid import, `rego.v1` is not supported by current capabilities");
    } else if (parts.size() != 2 || !isText(parts.get(1), "v1")) {
      tokens.error(
          one.path().at(), "invalid import `" + TermText.of(one.path()) + "`, must be `rego.v1`");
    } else if (!versionOne()) {
      if (one.alias().isPresent()) {
        tokens.error(one.path().at(), "`rego` imports cannot be aliased");
        return;
      }
      for (Keyword keyword : Keyword.values()) {
        if (keyword.ofVersionOne) {
          tokens.keywords(tokens.keywords() | keyword.bit());
        }
      }
    }
  }

  private void futureImport(Import one) {
    List<Term> parts = one.path().parts();
    Location at = one.path().at();
    if (parts.size() == 1 || !isText(parts.get(1), "keywords")) {
      tokens.error(at, "invalid import, must be `future.keywords`");
      return;
    }
    if (one.alias().isPresent()) {
      tokens.error(at, "`future` imports cannot be aliased");
      return;
    }
    if (parts.size() == 2) {
      tokens.keywords(tokens.keywords() | allowed);
      return;
    }
    String name = parts.get(2) instanceof Scalar scalar ? scalar.value().asText() : "";
    Optional<Keyword> keyword = Keyword.named(name).filter(found -> (allowed & found.bit()) != 0);
    if (keyword.isEmpty() || parts.size() > 3) {
      tokens.error(
          at,
          "unexpected keyword, must be one of [" + String.join(" ", Keyword.names(allowed)) + "]");
      return;
    }
    tokens.keywords(tokens.keywords() | keyword.get().bit());
    if (keyword.get() == Keyword.EVERY) {
      tokens.keywords(tokens.keywords() | Keyword.IN.bit());
    }
    if (keyword.get() == Keyword.NOT) {
      grammar.negatedBodies = true;
    }
  }

  private static boolean isText(Term part, String text) {
    return part instanceof Scalar scalar && scalar.value().asText().equals(text);
  }
}
