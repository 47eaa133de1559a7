package dev.landwaiter.base.template;

import java.util.Map;

/// What templates of one program can do.
///
/// @param name that its errors call the template
/// @param functions by name, beside those every template has
/// @param numbersAreTexts whether numbers of the data are texts, as Go's `json.Number` is
public record TemplateDialect(
    String name, Map<String, TemplateFunction> functions, boolean numbersAreTexts) {
  public TemplateDialect {
    functions = Map.copyOf(functions);
  }
}
