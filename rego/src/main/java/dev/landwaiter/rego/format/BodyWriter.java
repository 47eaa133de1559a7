package dev.landwaiter.rego.format;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.With;
import java.util.List;

/// Writes bodies and their expressions.
final class BodyWriter {
  private final Layout layout;
  private final TermWriter terms;

  BodyWriter(Layout layout, TermWriter terms) {
    this.layout = layout;
    this.terms = terms;
  }

  /// Writes each expression on a line of its own; a blank line between two stays.
  void writeLines(Body body) {
    layout.insertCommentsInTurn(body.at().row());
    List<Expr> expressions = body.expressions();
    for (int i = 0; i < expressions.size(); i++) {
      Expr expr = expressions.get(i);
      if (i > 0 && expr.at().row() > lastRow(expressions.get(i - 1).at()) + 1) {
        layout.blankLine();
      }
      layout.startLine();
      writeOrKeep(expr);
      layout.endLine();
    }
  }

  /// The row a node ends on.
  static int lastRow(Location at) {
    return at.row() + (int) at.text().chars().filter(c -> c == '\n').count();
  }

  /// Writes an expression, or leaves it as it is when its comments have no place.
  void writeOrKeep(Expr expr) {
    var mark = layout.mark();
    try {
      write(expr);
    } catch (UnexpectedComment _) {
      layout.reset(mark);
      layout.writeAsIs(expr.at(), true);
    }
  }

  void write(Expr expr) throws UnexpectedComment {
    layout.insertComments(expr.at().row());
    if (!layout.isInline()) {
      layout.startLine();
    }
    layout.write(expr.negated() ? "not " : "");
    switch (expr.content()) {
      case SomeDeclaration some -> writeSome(some);
      case Every every -> writeEvery(every, expr.at());
      case Not not -> writeNot(not);
      case Logical logical -> writeLogical(logical);
      case Call call -> writeCall(call);
      case Term term -> terms.writeOrKeep(term);
    }
    boolean indented = false;
    for (int i = 0; i < expr.with().size(); i++) {
      With with = expr.with().get(i);
      boolean newLine = i > 0 && with.at().row() != expr.with().get(i - 1).at().row();
      if (newLine) {
        if (!indented) {
          layout.up();
          indented = true;
        }
        layout.endLine();
        layout.startLine();
      }
      writeWith(with, newLine);
    }
    if (indented) {
      layout.down();
    }
  }

  private void writeWith(With with, boolean newLine) throws UnexpectedComment {
    layout.insertComments(with.at().row());
    layout.write(newLine ? "with " : " with ");
    terms.writeOrKeep(with.target());
    layout.write(" as ");
    terms.writeOrKeep(with.value());
  }

  private void writeSome(SomeDeclaration some) throws UnexpectedComment {
    layout.insertComments(some.at().row());
    layout.write("some ");
    int row = some.at().row();
    for (int i = 0; i < some.symbols().size(); i++) {
      Term symbol = some.symbols().get(i);
      if (symbol instanceof Call call) {
        terms.writeMember(call, false);
        continue;
      }
      if (symbol.at().row() > row) {
        layout.endLine();
        layout.startLine();
        layout.write("\t");
        row = symbol.at().row();
      } else if (i > 0) {
        layout.write(" ");
      }
      terms.writeOrKeep(symbol);
      layout.write(i < some.symbols().size() - 1 ? "," : "");
    }
  }

  private void writeEvery(Every every, Location whole) throws UnexpectedComment {
    layout.insertComments(every.at().row());
    layout.write("every ");
    if (every.key().isPresent()) {
      terms.writeOrKeep(every.key().get());
      layout.write(", ");
    }
    terms.writeOrKeep(every.value());
    layout.write(" in ");
    terms.writeOrKeep(every.domain());
    layout.write(" {");
    writeNested('{', '}', every.body(), every.at(), whole);
    List<Expr> body = every.body().expressions();
    boolean oneLine = body.size() == 1 && body.getFirst().at().row() == every.at().row();
    layout.write(oneLine ? " }" : "}");
  }

  private void writeNot(Not not) throws UnexpectedComment {
    layout.write("not ");
    writeOperand(not.body(), not.explicit(), not.at());
  }

  private void writeLogical(Logical logical) throws UnexpectedComment {
    writeSide(logical, logical.left(), false);
    layout.write(logical.operator() == Logical.Operator.AND ? " and " : " or ");
    writeSide(logical, logical.right(), true);
  }

  private void writeSide(Logical logical, Logical.Operand side, boolean right)
      throws UnexpectedComment {
    boolean parens =
        !side.explicit()
            && side.body().expressions().getFirst().content() instanceof Logical inner
            && (right || inner.operator() != logical.operator());
    layout.write(parens ? "(" : "");
    writeOperand(side.body(), side.explicit(), logical.at());
    layout.write(parens ? ")" : "");
  }

  /// A body in braces, or a single expression without.
  private void writeOperand(Body body, boolean braces, Location at) throws UnexpectedComment {
    if (!braces) {
      write(body.expressions().getFirst());
      return;
    }
    layout.write("{");
    boolean oneLine = !isBroken(body, at);
    writeNested('{', '}', body, at, at);
    layout.write(oneLine ? " }" : "}");
  }

  private void writeCall(Call call) throws UnexpectedComment {
    List<Term> arguments = call.arguments();
    String sign = Operators.sign(call);
    if (Operators.isMember(call) && TermWriter.isComplete(call)) {
      terms.writeMember(call, false);
    } else if (!sign.isEmpty() && arguments.size() == 2) {
      writeOperand(call, arguments.getFirst(), false);
      layout.write(" " + sign + " ");
      writeOperand(call, arguments.getLast(), true);
    } else if (!sign.isEmpty() && arguments.size() == 3) {
      terms.writeOrKeep(arguments.getLast());
      layout.write(" = ");
      writeOperand(call, arguments.getFirst(), false);
      layout.write(" " + sign + " ");
      writeOperand(call, arguments.get(1), true);
    } else {
      terms.writePlain(call);
    }
  }

  /// An operand of the outermost operator, in parentheses only where it would be read otherwise.
  private void writeOperand(Call call, Term operand, boolean right) {
    boolean parens =
        operand instanceof Call inner
            && Operators.strength(inner) < Operators.strength(call) + (right ? 1 : 0)
            && Operators.strength(call) > 0;
    terms.writeOrKeep(operand, parens);
  }

  private static boolean isBroken(Body body, Location head) {
    return body.at().row() > head.row()
        || Layout.lines(body.expressions(), Expr::at, head.row(), false).size() > 1;
  }

  /// Writes the body of a comprehension or a block behind its head: on the same line when it stood
  /// there, else below.
  ///
  /// @param head where what precedes it stands
  /// @param whole the node in whose source the closing bracket is looked for
  void writeNested(char open, char close, Body body, Location head, Location whole)
      throws UnexpectedComment {
    if (isBroken(body, head)) {
      layout.endLine();
      layout.up();
      writeLines(body);
      layout.insertComments(Brackets.closingRow(open, close, whole));
      layout.down();
      layout.startLine();
      return;
    }
    for (int i = 0; i < body.expressions().size(); i++) {
      layout.write(i == 0 ? " " : "; ");
      write(body.expressions().get(i));
    }
  }
}
