package dev.landwaiter.rego.builtin.template;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.builtin.encoding.JsonText;
import dev.landwaiter.rego.syntax.ValueText;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.List;

/// `strings.render_template` (reference 13.4).
public final class TemplateFunctions {
  private TemplateFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("strings.render_template")
                .takes("value", Type.STRING)
                .takes("vars", Type.object(Type.STRING, Type.ANY))
                .gives(Type.STRING),
            (s, a) -> Value.of(render(s, Operands.string(a, 0), Operands.object(a, 1)))));
  }

  private static String render(Surroundings surroundings, String text, ObjectValue variables)
      throws BuiltinException {
    // The original hands the variables over as Rego text read as JSON: what is no JSON fails here.
    Value data = JsonText.readFirst(ValueText.of(variables));
    try {
      var templates = new Parser(text).parse();
      return new Run(text, templates, surroundings)
          .run(data)
          .replace(Values.NO_VALUE, "<undefined>");
    } catch (TemplateException e) {
      throw BuiltinException.failure(String.valueOf(e.getMessage()));
    }
  }
}
