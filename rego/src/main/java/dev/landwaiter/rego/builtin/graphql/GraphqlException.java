package dev.landwaiter.rego.builtin.graphql;

/// A document that is no GraphQL, or does not fit its schema.
final class GraphqlException extends Exception {
  private static final long serialVersionUID = 1;

  private GraphqlException(String message) {
    super(message, null, false, false);
  }

  /// An error at a place; without one (line 0) the message alone.
  static GraphqlException at(Place place, String message) {
    boolean stop = message.endsWith(".") && !message.endsWith("...");
    String text = stop ? message.substring(0, message.length() - 1) : message;
    return new GraphqlException(
        place.line() == 0
            ? text
            : text + " in GraphQL string at location " + place.line() + ":" + place.column());
  }
}
