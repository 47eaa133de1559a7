package dev.landwaiter.rego.parse;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.TemplatePart;
import dev.landwaiter.rego.syntax.TemplateString;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Template strings: text with expressions in braces. The current token is the first piece of text
/// at first and the last one at the end.
final class TemplateParser {
  private final Grammar grammar;
  private final TokenStream tokens;

  TemplateParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  @Nullable Term read(boolean raw) {
    Location open = tokens.here();
    if (!grammar.templates) {
      tokens.error(open, "template strings are not supported by current capabilities");
      return null;
    }
    if (!tokens.enter(TokenStream.BODY)) {
      return null;
    }
    Term found = parts(raw, open);
    tokens.leave(TokenStream.BODY);
    return found;
  }

  private @Nullable Term parts(boolean raw, Location open) {
    var parts = new ArrayList<TemplatePart>();
    int prefix = 2;
    while (true) {
      boolean last = tokens.token == Token.TEMPLATE_END || tokens.token == Token.RAW_TEMPLATE_END;
      Location at = tokens.here();
      String literal = tokens.literal();
      String text = literal.substring(prefix, literal.length() - 1);
      String plain = raw ? text.replace("\\{", "{") : Literals.unescaped(text);
      if (plain == null) {
        tokens.error(at, "illegal string literal: " + literal);
        return null;
      }
      if (!plain.isEmpty()) {
        parts.add(new Scalar(new StringValue(plain), at));
      }
      if (last) {
        return new TemplateString(parts, raw, tokens.between(open, open.start(), tokens.end()));
      }
      prefix = 0;
      tokens.scan();
      TemplatePart part = expression();
      if (part == null) {
        return null;
      }
      parts.add(part);
      tokens.scanTemplate(raw);
      if (tokens.token == Token.ILLEGAL) {
        return null;
      }
    }
  }

  private @Nullable TemplatePart expression() {
    Expr expr = grammar.literals.literal();
    if (expr == null) {
      if (!tokens.failed()) {
        tokens.error(tokens.here(), "invalid template-string expression");
      }
      return null;
    }
    String unexpected = unexpected(expr);
    if (!unexpected.isEmpty()) {
      tokens.error(expr.at(), "unexpected " + unexpected + " in template-string expression");
      return null;
    }
    if (tokens.token != Token.R_BRACE) {
      tokens.error(tokens.here(), "expected } to end template string expression");
      return null;
    }
    return expr.content() instanceof Scalar scalar && expr.with().isEmpty() ? scalar : expr;
  }

  private static String unexpected(Expr expr) {
    if (expr.negated() || expr.content() instanceof Not) {
      return "negation ('not')";
    }
    return switch (expr.content()) {
      case Call call when call.name().equals("eq") -> "unification ('=')";
      case Call call when call.name().equals("assign") -> "assignment (':=')";
      case Every _ -> "'every'";
      case SomeDeclaration _ -> "'some'";
      case Logical logical -> logical.operator() == Logical.Operator.AND ? "'and'" : "'or'";
      default -> "";
    };
  }
}
