package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.Source;

/// The parts of the parser of one source, which call each other.
final class Grammar {
  final TokenStream tokens;

  /// Whether keywords may stand in paths.
  final boolean keywordsInPaths;

  final boolean templates;

  /// Whether `not` wraps what it negates and may have a body in braces.
  boolean negatedBodies;

  /// Whether the path of an import is read, in which future keywords are names.
  boolean inImport;

  final TermParser terms;
  final CollectionParser collections;
  final TemplateParser template;
  final LiteralParser literals;
  final OperandParser operands;
  final HeadParser heads;
  final RuleParser rules;

  Grammar(Source source, ParserSettings settings) {
    tokens = new TokenStream(source);
    keywordsInPaths = settings.capabilities().has("keywords_in_refs");
    templates = settings.capabilities().has("template_strings");
    terms = new TermParser(this);
    collections = new CollectionParser(this);
    template = new TemplateParser(this);
    literals = new LiteralParser(this);
    operands = new OperandParser(this);
    heads = new HeadParser(this);
    rules = new RuleParser(this);
  }

  /// Whether the current token is a name, or a keyword that begins a path.
  boolean atName() {
    return tokens.token == Token.IDENT
        || (keywordsInPaths && tokens.token.keyword && tokens.isFollowedByPart());
  }

  /// Whether a keyword goes on with what stands before it, and does not begin a path on a line of
  /// its own.
  boolean goesOn(Token keyword) {
    return tokens.token == keyword
        && !(keywordsInPaths
            && tokens.isFollowedByPart()
            && (tokens.skippedLine || tokens.isFollowedByPoint()));
  }

  /// Whether the current token may follow a point.
  boolean atPart() {
    return tokens.token == Token.IDENT
        || (tokens.token.keyword
            && (keywordsInPaths || (inImport && Keyword.named(tokens.token.text).isPresent())));
  }
}
