package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.TemplateString;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermOrder;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.List;

/// A module as a tree of lines, one node a line and one blank a level, as `parse` prints it.
public final class NodeTree {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  private NodeTree() {}

  public static String of(Module module) {
    var tree = new NodeTree();
    tree.module(module);
    return tree.text.toString();
  }

  private void line(String node) {
    text.repeat(' ', depth).append(node).append('\n');
  }

  private void below(String node, Runnable children) {
    line(node);
    depth++;
    children.run();
    depth--;
  }

  private void module(Module module) {
    below(
        "module",
        () -> {
          below("package", () -> term(module.packageClause().path()));
          module
              .imports()
              .forEach(one ->
                  below(
                      "import",
                      () -> {
                        term(one.path());
                        line(one.alias().orElse(""));
                      }));
          module.rules().forEach(this::rule);
          module.annotations().forEach(_ -> line("annotations"));
          module.comments().forEach(_ -> line("comment"));
        });
  }

  private void rule(Rule rule) {
    below(
        "rule",
        () -> {
          below("head", () -> head(rule.head()));
          body(rule.body());
          rule.orElse().ifPresent(this::rule);
        });
  }

  private void head(Head head) {
    term(head.ref());
    if (!head.args().isEmpty()) {
      below("args", () -> terms(head.args()));
    }
    head.value().ifPresent(this::term);
  }

  private void body(Body body) {
    below("body", () -> body.expressions().forEach(this::expr));
  }

  private void expr(Expr expr) {
    below(
        "expr" + (expr.negated() ? " negated" : "") + " index=" + expr.index(),
        () -> {
          content(expr.content());
          expr.with()
              .forEach(with ->
                  below(
                      "with",
                      () -> {
                        term(with.target());
                        term(with.value());
                      }));
        });
  }

  private void content(Content content) {
    switch (content) {
      case Call call -> {
        term(call.operator());
        terms(call.arguments());
      }
      case Term term -> term(term);
      case SomeDeclaration some -> below("somedecl", () -> terms(some.symbols()));
      case Every every ->
          below(
              "every",
              () -> {
                every.key().ifPresent(this::term);
                term(every.value());
                term(every.domain());
                body(every.body());
              });
      case Not not -> below("not", () -> body(not.body()));
      case Logical logical ->
          below(
              logical.operator() == Logical.Operator.AND ? "and" : "or",
              () -> {
                body(logical.left().body());
                body(logical.right().body());
              });
    }
  }

  private void terms(List<Term> terms) {
    terms.forEach(this::term);
  }

  private void term(Term term) {
    switch (term) {
      case Scalar _, Variable _ -> line(TermText.of(term));
      case Ref ref -> below("ref", () -> terms(ref.parts()));
      case ArrayTerm array -> below("array", () -> terms(array.elements()));
      case SetTerm set ->
          below(
              "set",
              () -> terms(set.elements().stream().sorted(TermOrder::compare).distinct().toList()));
      case ObjectTerm object ->
          below(
              "object",
              () ->
                  object
                      .entries()
                      .forEach(entry -> {
                        term(entry.key());
                        term(entry.value());
                      }));
      case ArrayComprehension c -> comprehension(c, c.body(), c.head());
      case SetComprehension c -> comprehension(c, c.body(), c.head());
      case ObjectComprehension c -> comprehension(c, c.body(), c.key(), c.value());
      case Call call ->
          below(
              "call",
              () -> {
                term(call.operator());
                terms(call.arguments());
              });
      case TemplateString _ -> line("templatestring");
    }
  }

  private void comprehension(Term comprehension, Body body, Term... heads) {
    below(
        Kinds.of(comprehension),
        () -> {
          terms(List.of(heads));
          body(body);
        });
  }
}
