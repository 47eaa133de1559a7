package dev.landwaiter.rego.builtin.graphql;

/// A line and a column, both from 1; 0 for none.
record Place(int line, int column) {
  static final Place NONE = new Place(0, 0);
}
