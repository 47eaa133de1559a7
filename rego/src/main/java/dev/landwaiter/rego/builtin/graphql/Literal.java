package dev.landwaiter.rego.builtin.graphql;

/// The kinds of values in a document; the place is the number shown as `Kind`.
enum Literal {
  VARIABLE,
  INT,
  FLOAT,
  STRING,
  BLOCK,
  BOOLEAN,
  NULL,
  ENUM,
  LIST,
  OBJECT
}
