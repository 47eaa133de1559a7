package dev.landwaiter.base.template;

import dev.landwaiter.base.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A template in the language of Go's `text/template`: all of its actions, and its functions but
/// for the calling of values, of which the data has none that can be called. May be run by many
/// threads.
public final class Template {
  private final String text;
  private final Map<String, List<Node>> nodes;
  private final TemplateDialect dialect;

  private Template(String text, Map<String, List<Node>> nodes, TemplateDialect dialect) {
    this.text = text;
    this.nodes = nodes;
    this.dialect = dialect;
  }

  /// Reads a template.
  ///
  /// @throws TemplateException with Go's message when it is none
  public static Template parse(String text, TemplateDialect dialect) throws TemplateException {
    Set<String> functions = new HashSet<>(Functions.NAMES);
    functions.addAll(dialect.functions().keySet());
    return new Template(text, new Parser(dialect.name(), text, functions).parse(), dialect);
  }

  /// The text it makes of some data.
  ///
  /// @param effort ends a run that takes too much
  /// @throws TemplateException with Go's message when it cannot be run on this data
  public <X extends Exception> String run(Value data, Effort<X> effort)
      throws TemplateException, X {
    return new Run<>(this, effort).run(data);
  }

  String text() {
    return text;
  }

  Map<String, List<Node>> nodes() {
    return nodes;
  }

  TemplateDialect dialect() {
    return dialect;
  }
}
