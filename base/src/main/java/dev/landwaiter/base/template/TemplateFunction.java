package dev.landwaiter.base.template;

import java.util.List;

/// A function that templates call by its name.
///
/// @param arguments how many it takes, or -1 for any number
/// @param body what it does with them; values are `String`, `Long`, `Double`, `Boolean`, or
///   [dev.landwaiter.base.value.Value] for arrays, objects and nothing
public record TemplateFunction(int arguments, Body body) {
  /// The work of a function.
  @FunctionalInterface
  public interface Body {
    Object call(List<Object> arguments) throws TemplateException;
  }

  Object call(List<Object> arguments) throws TemplateException {
    return body.call(arguments);
  }

  /// A function of one text.
  public static TemplateFunction ofText(java.util.function.UnaryOperator<String> body) {
    return new TemplateFunction(
        1,
        arguments -> {
          Object first = arguments.getFirst();
          if (first instanceof String text) {
            return body.apply(text);
          }
          throw new TemplateException(
              "wrong type for value; expected string; got " + Values.type(first));
        });
  }

  /// A function of any number of values.
  public static TemplateFunction ofAll(Body body) {
    return new TemplateFunction(-1, body);
  }
}
