package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.input.Placed;
import dev.landwaiter.policy.input.SourceText;
import dev.landwaiter.policy.input.hcl.HclExpression.Conditional;
import dev.landwaiter.policy.input.hcl.HclExpression.Literal;
import dev.landwaiter.policy.input.hcl.HclExpression.Other;
import dev.landwaiter.policy.input.hcl.HclExpression.Pairs;
import dev.landwaiter.policy.input.hcl.HclExpression.Repeat;
import dev.landwaiter.policy.input.hcl.HclExpression.Template;
import dev.landwaiter.policy.input.hcl.HclExpression.Text;
import dev.landwaiter.policy.input.hcl.HclExpression.Traversal;
import dev.landwaiter.policy.input.hcl.HclExpression.Tuple;
import dev.landwaiter.policy.input.hcl.HclExpression.Unary;
import dev.landwaiter.policy.input.hcl.HclExpression.Wrapped;
import java.util.Map;

/// Bodies as JSON, in the shape of `hcl2json`: blocks are arrays below their type and labels,
/// expressions that are not constant are texts `${…}`.
final class Hcl2Shape {
  private final SourceText source;

  Hcl2Shape(SourceText source) {
    this.source = source;
  }

  Placed.Members body(HclBodies.Body body) throws FormatException {
    var members = new Placed.Members(body.from(), body.to());
    for (HclBodies.Block block : body.blocks()) {
      block(block, members);
    }
    for (HclBodies.Attribute attribute : body.attributes()) {
      members.members().put(attribute.name(), expression(attribute.value()));
    }
    return members;
  }

  private void block(HclBodies.Block block, Placed.Members within) throws FormatException {
    Map<String, Placed> here = within.members();
    String key = block.type();
    for (String label : block.labels()) {
      Placed next = here.computeIfAbsent(key, _ -> new Placed.Members(block.from(), block.to()));
      if (!(next instanceof Placed.Members members)) {
        throw mixed(block);
      }
      here = members.members();
      key = label;
    }
    Placed list = here.computeIfAbsent(key, _ -> new Placed.Elements(block.from(), block.to()));
    if (!(list instanceof Placed.Elements elements)) {
      throw mixed(block);
    }
    Placed.Members body = body(block.body());
    elements.elements().add(new Placed.Members(body.members(), block.from(), block.to()));
  }

  private FormatException mixed(HclBodies.Block block) {
    return source.wrong(
        block.from(),
        "blocks " + block.type() + " with different numbers of labels cannot stand side by side",
        "give all of them labels, or none");
  }

  private Placed expression(HclExpression expression) throws FormatException {
    return switch (expression) {
      case Literal literal -> leaf(literal.value(), expression);
      case Text text -> leaf(new StringValue(HclText.escaped(text.text())), expression);
      case Unary unary -> leaf(unary(unary), expression);
      case Template template -> leaf(new StringValue(template(template)), expression);
      case Wrapped wrapped -> expression(wrapped.inner());
      case Tuple tuple -> {
        var elements = new Placed.Elements(tuple.from(), tuple.to());
        for (HclExpression element : tuple.elements()) {
          elements.elements().add(expression(element));
        }
        yield elements;
      }
      case Pairs pairs -> {
        var members = new Placed.Members(pairs.from(), pairs.to());
        for (HclExpression.Pair pair : pairs.pairs()) {
          members.members().put(key(pair.key()), expression(pair.value()));
        }
        yield members;
      }
      case Traversal _, Conditional _, Repeat _, Other _ ->
          leaf(new StringValue(wrapped(expression)), expression);
    };
  }

  private static Placed leaf(Value value, HclExpression expression) {
    return new Placed.Leaf(value, expression.from(), expression.to());
  }

  private Value unary(Unary unary) throws FormatException {
    if (!(unary.operand() instanceof Literal operand)) {
      return new StringValue(wrapped(unary));
    }
    if (unary.operator() == '-' && operand.value() instanceof NumberValue number) {
      return HclNumber.negated(number);
    }
    if (unary.operator() == '!' && operand.value() instanceof BooleanValue flag) {
      return Value.of(flag.equals(BooleanValue.FALSE));
    }
    throw source.wrong(unary.from(), unary.operator() + " does not fit the value after it", "");
  }

  private String key(HclExpression key) throws FormatException {
    return key instanceof Traversal ? written(key) : part(key);
  }

  private String template(Template template) throws FormatException {
    var text = new StringBuilder();
    for (HclExpression part : template.parts()) {
      text.append(part(part));
    }
    return text.toString();
  }

  /// A part of a template as it stands in a text.
  private String part(HclExpression part) throws FormatException {
    return switch (part) {
      case Literal literal -> constant(literal);
      case Text text -> HclText.escaped(HclText.normal(text.text()));
      case Template template -> template(template);
      case Wrapped wrapped -> part(wrapped.inner());
      case Conditional conditional -> conditional(conditional);
      case Repeat repeat ->
          "%{for "
              + repeat.key().map(key -> key + ", ").orElse("")
              + repeat.name()
              + " in "
              + written(repeat.over())
              + "}"
              + part(repeat.body())
              + "%{endfor}";
      case Unary _, Tuple _, Pairs _, Traversal _, Other _ -> wrapped(part);
    };
  }

  private String constant(Literal literal) throws FormatException {
    return switch (literal.value()) {
      case NumberValue number -> number.toBigDecimal().toPlainString();
      case NullValue _ -> throw source.wrong(literal.from(), "null has no text", "");
      default -> String.valueOf(literal.value().equals(BooleanValue.TRUE));
    };
  }

  private String conditional(Conditional conditional) throws FormatException {
    String no = part(conditional.no());
    return "%{if "
        + written(conditional.condition())
        + "}"
        + part(conditional.yes())
        + (no.isEmpty() ? "" : "%{else}" + no)
        + "%{endif}";
  }

  private String wrapped(HclExpression expression) {
    return "${" + written(expression) + "}";
  }

  private String written(HclExpression expression) {
    return source.text().substring(expression.from(), expression.to());
  }
}
