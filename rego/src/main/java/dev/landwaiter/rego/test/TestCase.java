package dev.landwaiter.rego.test;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.TermText;

/// One test: a rule whose name begins with `test_`.
///
/// @param at where the rule stands
/// @param packagePath such as `data.shop_test`
/// @param name the parts of the rule's path behind the package, up to the test's own, joined by
///   points
/// @param path the whole path, which is the query of the test
/// @param skipped whether it is called `todo_test_…`
/// @param table whether its rule has variables behind the name: each value of them is a case
public record TestCase(
    Location at, String packagePath, String name, Ref path, boolean skipped, boolean table) {

  /// The whole name as reports show it.
  public String fullName() {
    return packagePath + "." + name;
  }

  /// The query of the test.
  public String query() {
    return TermText.of(path);
  }
}
