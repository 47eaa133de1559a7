package dev.landwaiter.base.template;

import dev.landwaiter.base.value.ObjectValue;
import java.util.Map;
import java.util.function.Function;

/// What templates of one program can do.
///
/// @param name that its errors call the template
/// @param functions by name, beside those every template has
/// @param numbersAreTexts whether numbers of the data are texts, as Go's `json.Number` is
/// @param structs the type of an object whose fields are fixed, so that asking for another is a
///   mistake; empty for maps, in which there may be anything
public record TemplateDialect(
    String name,
    Map<String, TemplateFunction> functions,
    boolean numbersAreTexts,
    Function<ObjectValue, String> structs) {
  public TemplateDialect {
    functions = Map.copyOf(functions);
  }

  /// A dialect whose objects are maps.
  public TemplateDialect(
      String name, Map<String, TemplateFunction> functions, boolean numbersAreTexts) {
    this(name, functions, numbersAreTexts, object -> "");
  }
}
