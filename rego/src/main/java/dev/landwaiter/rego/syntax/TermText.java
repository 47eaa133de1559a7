package dev.landwaiter.rego.syntax;

import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Nodes as one line of Rego text: in messages, traces and results. The formatter has its own form.
public final class TermText {
  static final Set<String> KEYWORDS =
      Set.of(
          "not",
          "package",
          "import",
          "as",
          "default",
          "else",
          "with",
          "null",
          "true",
          "false",
          "some",
          "if",
          "contains",
          "in",
          "every");

  private TermText() {}

  /// One term.
  public static String of(Term term) {
    return switch (term) {
      case Scalar scalar -> ValueText.of(scalar.value());
      case Variable variable -> variable.isWildcard() ? "_" : variable.name();
      case Ref ref -> of(ref);
      case ArrayTerm array -> "[" + list(array.elements()) + "]";
      case SetTerm set -> set(set);
      case ObjectTerm object -> "{" + joined(sorted(object), TermText::of, ", ") + "}";
      case ArrayComprehension c -> "[" + of(c.head()) + " | " + of(c.body()) + "]";
      case SetComprehension c -> "{" + of(c.head()) + " | " + of(c.body()) + "}";
      case ObjectComprehension c ->
          "{" + of(c.key()) + ": " + of(c.value()) + " | " + of(c.body()) + "}";
      case Call call -> of(call.operator()) + "(" + list(call.arguments()) + ")";
      case TemplateString template -> template(template);
    };
  }

  private static String set(SetTerm set) {
    return set.elements().isEmpty()
        ? "set()"
        : "{" + joined(TermOrder.sorted(set), TermText::of, ", ") + "}";
  }

  private static List<ObjectTerm.Entry> sorted(ObjectTerm object) {
    var entries = new ArrayList<>(object.entries());
    entries.sort((a, b) -> TermOrder.compare(a.key(), b.key()));
    return entries;
  }

  private static String of(ObjectTerm.Entry entry) {
    return of(entry.key()) + ": " + of(entry.value());
  }

  /// A plain loop: nodes may be deep, and every frame counts on a small stack.
  private static <T> String joined(List<T> elements, Function<T, String> form, String between) {
    var text = new StringBuilder();
    for (int i = 0; i < elements.size(); i++) {
      text.append(i == 0 ? "" : between).append(form.apply(elements.get(i)));
    }
    return text.toString();
  }

  private static String list(List<Term> terms) {
    return joined(terms, TermText::of, ", ");
  }

  private static String template(TemplateString template) {
    String quote = template.multiLine() ? "`" : "\"";
    var text = new StringBuilder("$").append(quote);
    boolean afterText = false;
    for (TemplatePart part : template.parts()) {
      boolean plain = part instanceof Scalar scalar && !scalar.value().asText().isEmpty();
      if (plain && !afterText) {
        text.append(templateText(((Scalar) part).value().asText(), template.multiLine()));
      } else {
        text.append('{').append(part).append('}');
      }
      afterText = plain && !afterText;
    }
    return text.append(quote).toString();
  }

  private static String templateText(String text, boolean raw) {
    if (raw) {
      return text.replace("{", "\\{");
    }
    String quoted = ValueText.quoted(text);
    return quoted.substring(1, quoted.length() - 1).replace("{", "\\{");
  }

  /// A path such as `data.foo.bar[x]["a-b"][0]`.
  public static String of(Ref ref) {
    var text = new StringBuilder(of(ref.head()));
    for (Term part : ref.parts().subList(1, ref.parts().size())) {
      if (part instanceof Scalar scalar && isPlainName(scalar.value())) {
        text.append('.').append(scalar.value().asText());
      } else {
        text.append('[').append(of(part)).append(']');
      }
    }
    return text.toString();
  }

  /// A path as the dotted name of a function: its parts joined by points.
  public static String dotted(Ref ref) {
    return joined(
        ref.parts(),
        part -> part instanceof Scalar scalar ? scalar.value().asText() : of(part),
        ".");
  }

  /// Whether a part of a path may stand behind a point: a text that is a name and no keyword.
  public static boolean isPlainName(Value value) {
    String text = value.asText();
    if (text.isEmpty() || (text.charAt(0) >= '0' && text.charAt(0) <= '9')) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      boolean fits =
          (one >= 'a' && one <= 'z')
              || (one >= 'A' && one <= 'Z')
              || (one >= '0' && one <= '9')
              || one == '_';
      if (!fits) {
        return false;
      }
    }
    return !KEYWORDS.contains(text);
  }

  /// Expressions joined by `; `.
  public static String of(Body body) {
    return joined(body.expressions(), TermText::of, "; ");
  }

  /// One expression with its modifiers.
  public static String of(Expr expr) {
    var text = new StringBuilder(expr.negated() ? "not " : "");
    text.append(of(expr.content()));
    expr.with().forEach(with -> text.append(' ').append(of(with)));
    return text.toString();
  }

  /// What an expression says; equality between its operands, other calls as functions.
  public static String of(Content content) {
    return switch (content) {
      case Call call when call.name().equals("eq") && call.arguments().size() == 2 ->
          of(call.arguments().getFirst()) + " = " + of(call.arguments().getLast());
      case Term term -> of(term);
      case SomeDeclaration some -> some(some);
      case Every every ->
          "every "
              + every.key().map(key -> of(key) + ", ").orElse("")
              + of(every.value())
              + " in "
              + of(every.domain())
              + " { "
              + of(every.body())
              + " }";
      case Not not -> "not " + operand(not.body(), not.explicit(), Position.NEGATED);
      case Logical logical -> {
        boolean and = logical.operator() == Logical.Operator.AND;
        Logical.Operand left = logical.left();
        Logical.Operand right = logical.right();
        yield operand(left.body(), left.explicit(), and ? Position.LEFT_OF_AND : Position.OF_OR)
            + (and ? " and " : " or ")
            + operand(
                right.body(), right.explicit(), and ? Position.NEGATED : Position.RIGHT_OF_OR);
      }
    };
  }

  /// Where an operand stands, which tells what may go without parentheses in it.
  private enum Position {
    NEGATED,
    LEFT_OF_AND,
    OF_OR,
    RIGHT_OF_OR
  }

  private static String operand(Body body, boolean explicit, Position position) {
    String text = of(body);
    if (explicit) {
      return "{ " + text + " }";
    }
    Expr only = body.expressions().getFirst();
    boolean plain =
        only.with().isEmpty()
            && (!(only.content() instanceof Logical inner)
                || switch (position) {
                  case NEGATED -> false;
                  case LEFT_OF_AND, RIGHT_OF_OR -> inner.operator() == Logical.Operator.AND;
                  case OF_OR -> true;
                });
    return plain ? text : "(" + text + ")";
  }

  private static String some(SomeDeclaration some) {
    if (some.symbols().size() == 1 && some.symbols().getFirst() instanceof Call call) {
      List<Term> args = call.arguments();
      return "some " + list(args.subList(0, args.size() - 1)) + " in " + of(args.getLast());
    }
    return "some " + list(some.symbols());
  }

  /// A modifier.
  public static String of(With with) {
    return "with " + of(with.target()) + " as " + of(with.value());
  }

  /// A rule's head.
  public static String of(Head head) {
    var text = new StringBuilder(of(head.ref()));
    if (!head.args().isEmpty()) {
      text.append('(').append(list(head.args())).append(')');
    }
    Function<Term, String> value = term -> (head.assign() ? " := " : " = ") + of(term);
    head.key().ifPresent(key -> text.append(" contains ").append(of(key)));
    if (head.key().isEmpty()) {
      text.append(head.value().map(value).orElse(""));
    }
    return text.toString();
  }

  /// A rule with all its branches.
  public static String of(Rule rule) {
    String first = rule.isDefault() ? "default " + of(rule.head()) : of(rule.head());
    return first
        + (rule.isDefault() ? "" : " if { " + of(rule.body()) + " }")
        + rule.orElse().map(TermText::branch).orElse("");
  }

  private static String branch(Rule rule) {
    return " else"
        + rule.head()
            .value()
            .map(value -> (rule.head().assign() ? " := " : " = ") + of(value))
            .orElse("")
        + " if { "
        + of(rule.body())
        + " }"
        + rule.orElse().map(TermText::branch).orElse("");
  }

  /// A module: package, imports and rules, a blank line between them.
  public static String of(Module module) {
    var parts = new ArrayList<String>();
    parts.add("package " + packagePath(module.packageClause()));
    if (!module.imports().isEmpty()) {
      parts.add(module.imports().stream().map(TermText::of).collect(Collectors.joining("\n")));
    }
    parts.add(module.rules().stream().map(TermText::of).collect(Collectors.joining("\n")));
    return String.join("\n\n", parts) + "\n";
  }

  /// An import.
  public static String of(Import one) {
    return "import " + of(one.path()) + one.alias().map(alias -> " as " + alias).orElse("");
  }

  /// A package's path without `data`.
  public static String packagePath(PackageClause clause) {
    List<Term> parts = clause.path().parts();
    if (parts.size() < 2) {
      return "";
    }
    var named = new ArrayList<Term>(parts.subList(1, parts.size()));
    named.set(0, new Variable(((Scalar) parts.get(1)).value().asText(), parts.get(1).at()));
    return of(new Ref(named, clause.path().at()));
  }
}
