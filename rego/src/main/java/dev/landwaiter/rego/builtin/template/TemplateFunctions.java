package dev.landwaiter.rego.builtin.template;

import dev.landwaiter.base.template.Effort;
import dev.landwaiter.base.template.Template;
import dev.landwaiter.base.template.TemplateDialect;
import dev.landwaiter.base.template.TemplateException;
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
import java.util.Map;

/// `strings.render_template` (reference 13.4).
public final class TemplateFunctions {
  /// Characters that take the memory of one value.
  private static final int CHARACTERS = 8;

  private static final TemplateDialect DIALECT = new TemplateDialect("template", Map.of(), true);

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
    Effort<BuiltinException> effort =
        new Effort<>() {
          @Override
          public void check() throws BuiltinException {
            surroundings.check();
          }

          @Override
          public void reserve(long characters) throws BuiltinException {
            surroundings.reserve(characters / CHARACTERS + 1);
          }
        };
    try {
      return Template.parse(text, DIALECT).run(data, effort).replace("<no value>", "<undefined>");
    } catch (TemplateException e) {
      throw BuiltinException.failure(String.valueOf(e.getMessage()));
    }
  }
}
