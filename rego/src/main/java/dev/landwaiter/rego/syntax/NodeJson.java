package dev.landwaiter.rego.syntax;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Nodes as the JSON that `parse` and `rego.parse_module` give (reference section 6). Members stand
/// in the order in which they are to be shown.
///
/// @param locations whether each node says where it stands
/// @param comments whether a module lists its comments
public record NodeJson(boolean locations, boolean comments) {
  /// A file.
  public Value of(Module module) {
    var fields = fields();
    fields.put("package", packageJson(module.packageClause()));
    put(fields, "imports", list(module.imports(), this::of));
    put(fields, "annotations", list(module.annotations(), this::of));
    put(fields, "rules", list(module.rules(), this::of));
    if (comments) {
      put(fields, "comments", list(module.comments(), NodeJson::comment));
    }
    return object(fields);
  }

  private Value packageJson(PackageClause clause) {
    var fields = fields();
    locate(fields, clause.at());
    fields.put("path", terms(clause.path().parts()));
    return object(fields);
  }

  private Value of(Import one) {
    var fields = fields();
    one.alias().ifPresent(alias -> fields.put("alias", Value.of(alias)));
    locate(fields, one.at());
    fields.put("path", of(one.path()));
    return object(fields);
  }

  private Value of(Annotations annotations) {
    var fields = new LinkedHashMap<Value, Value>(annotations.fields().members());
    if (locations) {
      fields.put(Value.of("location"), location(annotations.at(), true));
    }
    return new ObjectValue(fields);
  }

  private static Value comment(Comment comment) {
    var fields = fields();
    fields.put("Text", base64(comment.text()));
    fields.put("Location", location(comment.at(), false));
    return object(fields);
  }

  /// A rule with all its branches.
  public Value of(Rule rule) {
    var fields = fields();
    put(fields, "annotations", list(rule.annotations(), this::of));
    fields.put("body", of(rule.body()));
    if (rule.isDefault()) {
      fields.put("default", Value.of(true));
    }
    rule.orElse().ifPresent(branch -> fields.put("else", of(branch)));
    fields.put("head", of(rule.head()));
    locate(fields, rule.at());
    return object(fields);
  }

  private Value of(Head head) {
    var fields = fields();
    head.legacyName().ifPresent(name -> fields.put("name", Value.of(name)));
    put(fields, "args", terms(head.args()));
    head.key().or(() -> legacyKey(head)).ifPresent(key -> fields.put("key", of(key)));
    head.value().ifPresent(value -> fields.put("value", of(value)));
    if (head.assign()) {
      fields.put("assign", Value.of(true));
    }
    fields.put("ref", terms(head.ref().parts()));
    locate(fields, head.at());
    return object(fields);
  }

  /// The key of `p[x] := y`.
  private static java.util.Optional<Term> legacyKey(Head head) {
    return head.legacyName().isPresent() && head.ref().parts().size() == 2
        ? java.util.Optional.of(head.ref().parts().getLast())
        : java.util.Optional.empty();
  }

  /// The expressions of a body.
  public Value of(Body body) {
    return list(body.expressions(), this::of);
  }

  private Value of(Expr expr) {
    var fields = fields();
    if (expr.generated()) {
      fields.put("generated", Value.of(true));
    }
    fields.put("index", Value.of(expr.index()));
    locate(fields, expr.at());
    if (expr.negated()) {
      fields.put("negated", Value.of(true));
    }
    fields.put("terms", of(expr.content()));
    put(fields, "with", list(expr.with(), this::of));
    return object(fields);
  }

  private Value of(With with) {
    var fields = fields();
    locate(fields, with.at());
    fields.put("target", of(with.target()));
    fields.put("value", of(with.value()));
    return object(fields);
  }

  private Value of(Content content) {
    return switch (content) {
      case Call call -> terms(operatorFirst(call));
      case Term term -> of(term);
      case SomeDeclaration some -> {
        var fields = fields();
        locate(fields, some.at());
        fields.put("symbols", terms(some.symbols()));
        yield object(fields);
      }
      case Every every -> {
        var fields = fields();
        fields.put("body", of(every.body()));
        fields.put("domain", of(every.domain()));
        fields.put("key", every.key().<Value>map(this::of).orElse(NullValue.NULL));
        locate(fields, every.at());
        fields.put("value", of(every.value()));
        yield object(fields);
      }
      case Not not -> {
        var fields = fields();
        fields.put("body", of(not.body()));
        if (not.explicit()) {
          fields.put("explicit_body", Value.of(true));
        }
        locate(fields, not.at());
        fields.put("type", Value.of("not"));
        yield object(fields);
      }
      case Logical logical -> logical(logical);
    };
  }

  private Value logical(Logical logical) {
    var fields = fields();
    if (logical.left().explicit()) {
      fields.put("explicit_lhs", Value.of(true));
    }
    if (logical.right().explicit()) {
      fields.put("explicit_rhs", Value.of(true));
    }
    fields.put("lhs", of(logical.left().body()));
    locate(fields, logical.at());
    fields.put("rhs", of(logical.right().body()));
    fields.put("type", Value.of(logical.operator() == Logical.Operator.AND ? "and" : "or"));
    return object(fields);
  }

  private static List<Term> operatorFirst(Call call) {
    var terms = new ArrayList<Term>();
    terms.add(call.operator());
    terms.addAll(call.arguments());
    return terms;
  }

  /// A term: its type and what it holds.
  public Value of(Term term) {
    var fields = fields();
    locate(fields, term.at());
    switch (term) {
      case Scalar scalar -> scalar(fields, scalar.value());
      case Variable variable -> typed(fields, "var", Value.of(variable.name()));
      case Ref ref -> typed(fields, "ref", terms(ref.parts()));
      case ArrayTerm array -> typed(fields, "array", terms(array.elements()));
      case SetTerm set ->
          typed(
              fields,
              "set",
              terms(set.elements().stream().sorted(TermOrder::compare).distinct().toList()));
      case ObjectTerm object ->
          typed(
              fields,
              "object",
              list(
                  object.entries().stream()
                      .sorted((a, b) -> TermOrder.compare(a.key(), b.key()))
                      .toList(),
                  entry -> ArrayValue.of(of(entry.key()), of(entry.value()))));
      case Call call -> typed(fields, "call", terms(operatorFirst(call)));
      case ArrayComprehension c ->
          typed(fields, "arraycomprehension", comprehension("term", c.head(), c.body()));
      case SetComprehension c ->
          typed(fields, "setcomprehension", comprehension("term", c.head(), c.body()));
      case ObjectComprehension c -> {
        var parts = fields();
        parts.put("key", of(c.key()));
        parts.put("value", of(c.value()));
        parts.put("body", of(c.body()));
        typed(fields, "objectcomprehension", object(parts));
      }
      case TemplateString template -> {
        var parts = fields();
        parts.put("parts", list(template.parts(), this::of));
        parts.put("multi_line", Value.of(template.multiLine()));
        typed(fields, "templatestring", object(parts));
      }
    }
    return object(fields);
  }

  private Value of(TemplatePart part) {
    return switch (part) {
      case Term term -> of(term);
      case Expr expr -> of(expr);
    };
  }

  private Value comprehension(String name, Term head, Body body) {
    var parts = fields();
    parts.put(name, of(head));
    parts.put("body", of(body));
    return object(parts);
  }

  private static void scalar(Map<String, Value> fields, Value value) {
    switch (value) {
      case NullValue _ -> typed(fields, "null", ObjectValue.EMPTY);
      case BooleanValue _ -> typed(fields, "boolean", value);
      case NumberValue _ -> typed(fields, "number", value);
      default -> typed(fields, "string", value);
    }
  }

  private static void typed(Map<String, Value> fields, String type, Value value) {
    fields.put("type", Value.of(type));
    fields.put("value", value);
  }

  private Value terms(List<Term> terms) {
    return list(terms, this::of);
  }

  private static <T> Value list(List<T> nodes, Function<T, Value> json) {
    return new ArrayValue(nodes.stream().map(json).toList());
  }

  private void locate(Map<String, Value> fields, Location at) {
    if (locations) {
      fields.put("location", location(at, true));
    }
  }

  private static Value location(Location at, boolean text) {
    var fields = fields();
    fields.put("file", Value.of(at.file()));
    fields.put("row", Value.of(at.row()));
    fields.put("col", Value.of(at.column()));
    if (text) {
      fields.put("text", base64(at.text()));
    }
    return object(fields);
  }

  private static Value base64(String text) {
    return Value.of(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, Value> fields() {
    return new LinkedHashMap<>();
  }

  /// Lists that are empty are left out.
  private static void put(Map<String, Value> fields, String name, Value list) {
    if (!list.elements().isEmpty()) {
      fields.put(name, list);
    }
  }

  private static Value object(Map<String, Value> fields) {
    var members = new LinkedHashMap<Value, Value>();
    fields.forEach((name, value) -> members.put(Value.of(name), value));
    return new ObjectValue(members);
  }
}
