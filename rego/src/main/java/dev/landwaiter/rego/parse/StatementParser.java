package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.syntax.Annotations;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Comment;
import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.PackageClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The statements of one source, up to the first that is broken.
final class StatementParser {
  private final Grammar grammar;
  private final TokenStream tokens;
  private final ImportParser imports;
  private final PackageParser packages;
  private final boolean readsAnnotations;
  private final List<Annotations> annotations = new ArrayList<>();

  /// @throws RegoException when the settings ask for what the capabilities do not offer
  StatementParser(Source source, ParserSettings settings) throws RegoException {
    grammar = new Grammar(source, settings);
    tokens = grammar.tokens;
    readsAnnotations = settings.annotations();
    int allowed = allowed(settings);
    int asked = asked(settings, allowed);
    boolean versionOne = settings.version() == RegoVersion.V1;
    imports = new ImportParser(grammar, settings, allowed);
    packages = new PackageParser(grammar);
    tokens.keywords(versionOne || settings.allKeywords() ? allowed | asked : asked);
    grammar.negatedBodies = settings.extraKeywords().contains(Keyword.NOT.text);
    tokens.scan();
  }

  private static RegoException refused(String message) {
    return new RegoException(RegoError.of(ErrorCode.PARSE, message));
  }

  private static int allowed(ParserSettings settings) throws RegoException {
    boolean versionOne = settings.version() == RegoVersion.V1;
    if (versionOne && !settings.capabilities().has("rego_v1")) {
      throw refused("illegal capabilities: rego_v1 feature required for parsing v1 Rego");
    }
    int allowed = 0;
    for (String name : settings.capabilities().futureKeywords()) {
      Keyword keyword =
          Keyword.named(name)
              .orElseThrow(() -> refused("illegal capabilities: unknown keyword: " + name));
      allowed |= keyword.bit();
    }
    for (Keyword one : Keyword.values()) {
      if (one.ofVersionOne && (versionOne || settings.capabilities().has("rego_v1_import"))) {
        allowed |= one.bit();
      }
    }
    return allowed;
  }

  private static int asked(ParserSettings settings, int allowed) throws RegoException {
    int asked = 0;
    for (String name : settings.extraKeywords()) {
      Keyword keyword =
          Keyword.named(name)
              .filter(one -> (allowed & one.bit()) != 0)
              .orElseThrow(() -> refused("unknown future keyword: " + name));
      asked |= keyword.bit();
    }
    return asked;
  }

  /// All statements.
  ///
  /// @throws RegoException with the errors of the first that is broken
  List<Statement> read() throws RegoException {
    return read(true);
  }

  /// All statements; without `withRules` there are no rules among them.
  List<Statement> read(boolean withRules) throws RegoException {
    var found = new ArrayList<Statement>();
    while (tokens.token != Token.EOF && next(found, withRules)) {}
    if (readsAnnotations) {
      readAnnotations();
    }
    if (tokens.failed()) {
      throw new RegoException(tokens.errors());
    }
    return found;
  }

  private boolean next(List<Statement> found, boolean withRules) {
    TokenStream.Mark mark = tokens.mark();
    PackageClause clause = packages.read();
    if (clause != null) {
      return found.add(new Statement.Package(clause));
    }
    if (isBroken(mark, withRules)) {
      return false;
    }
    tokens.reset(mark);
    Import one = imports.read();
    if (one != null) {
      return found.add(new Statement.Imported(one));
    }
    if (isBroken(mark, withRules)) {
      return false;
    }
    tokens.reset(mark);
    List<Draft> rules = withRules ? grammar.rules.read() : null;
    if (rules != null) {
      rules.forEach(rule -> found.add(new Statement.Ruled(rule)));
      return true;
    }
    if (isBroken(mark, withRules)) {
      return false;
    }
    tokens.reset(mark);
    Body body = grammar.literals.query(true, Token.EOF);
    return body != null && found.add(new Statement.Query(body));
  }

  /// In a query a first token that is broken is reported a second time, as one not expected.
  private boolean isBroken(TokenStream.Mark mark, boolean withRules) {
    return withRules ? tokens.failed() : tokens.failedSince(mark);
  }

  private void readAnnotations() {
    for (MetadataBlock block : MetadataBlock.all(tokens.comments())) {
      try {
        annotations.add(MetadataReader.read(block));
      } catch (MetadataException e) {
        tokens.error(
            e.line() < 0 ? block.at() : block.line(e.line()), String.valueOf(e.getMessage()));
      }
    }
  }

  /// The metadata blocks, in their order, not yet attached.
  List<Annotations> annotations() {
    return annotations;
  }

  List<Comment> comments() {
    return tokens.comments();
  }

  /// The future keywords in force at the end.
  Set<String> keywords() {
    int bits = tokens.keywords() & ~Keyword.NOT.bit();
    return Keyword.names(grammar.negatedBodies ? bits | Keyword.NOT.bit() : bits);
  }
}
