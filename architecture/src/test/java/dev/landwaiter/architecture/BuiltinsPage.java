package dev.landwaiter.architecture;

import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import dev.landwaiter.rego.type.TypeText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The functions Rego policies may call.
final class BuiltinsPage {
  private BuiltinsPage() {}

  static String text() {
    return new Page(
            "Built-in functions",
            "What a policy can call. A function that asks the world outside answers only where the"
                + " caller opens it.")
        .table(
            List.of("Name", "Operator", "Arguments", "Result", "Notes"),
            Builtins.all().values().stream()
                .map(Builtin::declaration)
                .sorted(Comparator.comparing(Declaration::name))
                .map(BuiltinsPage::row)
                .toList())
        .text();
  }

  private static List<String> row(Declaration each) {
    return List.of(
        Page.word(each.name()),
        each.infix().map(Page::word).orElse(""),
        each.type().parameters().stream()
                .map(BuiltinsPage::parameter)
                .collect(Collectors.joining(", "))
            + each.type().variadic().map(of -> Page.word(TypeText.of(of) + "…")).orElse(""),
        each.type().result().map(result -> Page.word(TypeText.of(result))).orElse(""),
        each.flags().stream()
            .sorted()
            .map(flag -> flag.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ")));
  }

  private static String parameter(Type.Parameter each) {
    String type = Page.word(TypeText.of(each.type()));
    return each.name().isEmpty() ? type : each.name() + ": " + type;
  }
}
