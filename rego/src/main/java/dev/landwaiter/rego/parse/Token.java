package dev.landwaiter.rego.parse;

/// The kinds of tokens, with the names messages use.
enum Token {
  ILLEGAL("illegal"),
  EOF("eof"),
  WHITESPACE("whitespace"),
  COMMENT("comment"),
  IDENT("identifier"),
  NUMBER("number"),
  STRING("string"),
  TEMPLATE_PART("template-string-part"),
  TEMPLATE_END("template-string-end"),
  RAW_TEMPLATE_PART("raw-template-string-part"),
  RAW_TEMPLATE_END("raw-template-string-end"),
  L_BRACKET("["),
  R_BRACKET("]"),
  L_BRACE("{"),
  R_BRACE("}"),
  L_PAREN("("),
  R_PAREN(")"),
  COMMA(","),
  COLON(":"),
  DOT("."),
  SEMICOLON(";"),
  PLUS("plus", 4),
  MINUS("minus", 4),
  MUL("mul", 5),
  DIV("div", 5),
  REM("rem", 5),
  AND("and", 3),
  OR("or", 2),
  EQ("eq"),
  ASSIGN("assign"),
  EQUAL("equal", 1),
  NEQ("neq", 1),
  LT("lt", 1),
  LTE("lte", 1),
  GT("gt", 1),
  GTE("gte", 1),
  PACKAGE("package", true),
  IMPORT("import", true),
  AS("as", true),
  DEFAULT("default", true),
  ELSE("else", true),
  NOT("not", true),
  SOME("some", true),
  WITH("with", true),
  NULL("null", true),
  TRUE("true", true),
  FALSE("false", true),
  IN("in", true),
  EVERY("every", true),
  IF("if", true),
  CONTAINS("contains", true),
  /// The word `and` where it joins bodies.
  BOTH("and", true),
  /// The word `or` where it joins bodies.
  EITHER("or", true);

  /// What messages call it; of operators, the name of the function it stands for.
  final String text;

  /// How tightly an operator binds, from 1; 0 for what is none.
  final int binding;

  final boolean keyword;

  Token(String text) {
    this(text, 0, false);
  }

  Token(String text, int binding) {
    this(text, binding, false);
  }

  Token(String text, boolean keyword) {
    this(text, 0, keyword);
  }

  Token(String text, int binding, boolean keyword) {
    this.text = text;
    this.binding = binding;
    this.keyword = keyword;
  }
}
