package dev.landwaiter.rego.format;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import java.util.List;

/// Writes rules.
final class RuleWriter {
  private final Layout layout;
  private final Dialect dialect;
  private final TermWriter terms;

  RuleWriter(Layout layout, Dialect dialect) {
    this.layout = layout;
    this.dialect = dialect;
    this.terms = new TermWriter(layout, dialect);
  }

  TermWriter terms() {
    return terms;
  }

  /// Writes rules parted by blank lines; short ones that stood together stay together.
  void write(List<Rule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      layout.insertCommentsInTurn(rule.at().row());
      write(rule, false);
      boolean joined =
          i < rules.size() - 1
              && isGroupable(rule)
              && isGroupable(rules.get(i + 1))
              && rules.get(i + 1).at().row() == rule.at().row() + 1;
      if (!joined) {
        layout.blankLine();
      }
    }
  }

  private boolean isGroupable(Rule rule) {
    return dialect.ifs()
        && (dialect.contains() || !rule.head().isMultiValue())
        && !rule.isDefault()
        && rule.orElse().isEmpty()
        && rule.body().expressions().size() <= 1;
  }

  private static boolean isConstant(Rule rule) {
    return rule.orElse().isEmpty()
        && rule.body().expressions().size() == 1
        && rule.body().expressions().getFirst().equals(YES);
  }

  private static final Expr YES = Expr.of(Scalar.of(true, Location.NONE));

  private void write(Rule rule, boolean isElse) {
    if (!isElse) {
      layout.startLine();
    }
    layout.write(rule.isDefault() ? "default " : "");
    boolean constant = isConstant(rule);
    terms.takesLastComment(constant);
    writeHead(rule, constant, isElse);
    if (rule.isDefault() || constant) {
      layout.endLine();
      return;
    }
    terms.takesLastComment(true);
    Head head = rule.head();
    int headRow = BodyWriter.lastRow(head.at());
    List<Expr> body = rule.body().expressions();
    if (dialect.ifs() && (dialect.contains() || !head.isMultiValue())) {
      layout.write(" if");
      if (body.size() == 1 && body.getFirst().at().row() == headRow) {
        layout.write(" ");
        terms.bodies().writeOrKeep(body.getFirst());
        layout.endLine();
        rule.orElse().ifPresent(otherwise -> writeElse(rule, otherwise));
        return;
      }
    }
    layout.write(" {");
    layout.endLine();
    layout.up();
    terms.bodies().writeLines(rule.body());
    layout.insertCommentsInTurn(closingRow(rule, isElse));
    layout.down();
    layout.startLine();
    layout.write("}");
    rule.orElse().ifPresent(otherwise -> writeElse(rule, otherwise));
  }

  private static int closingRow(Rule rule, boolean isElse) {
    Head head = rule.head();
    if (!isElse && !head.args().isEmpty()) {
      return Brackets.closingRowAfter('(', ')', '{', '}', rule.at());
    }
    if (!isElse && head.isMultiValue() && rule.at().text().indexOf('[') >= 0) {
      int behind = Brackets.closingRowAfter('[', ']', '{', '}', rule.at());
      return behind < 0 ? Brackets.closingRow('{', '}', rule.at()) : behind;
    }
    return Brackets.closingRow('{', '}', rule.at());
  }

  /// Writes `else` behind the brace when it stood there, else on a line of its own.
  private void writeElse(Rule rule, Rule otherwise) {
    int row = otherwise.at().row();
    boolean wasInline = row > rule.at().row() && followsSomething(otherwise.at());
    boolean commented = layout.nextCommentRow() < row || layout.hasLineEnd();
    if (!commented && wasInline && layout.isInline()) {
      layout.write(" ");
    } else {
      layout.blankLine();
      layout.startLine();
    }
    layout.insertCommentsInTurn(row);
    if (commented && !wasInline && !layout.isInline()) {
      layout.startLine();
    }
    write(otherwise, true);
  }

  /// Whether something stands in front of a place on its line.
  private static boolean followsSomething(Location at) {
    String text = at.source().text();
    int line = text.lastIndexOf('\n', at.start() - 1) + 1;
    return !text.substring(line, at.start()).isBlank();
  }

  private void writeHead(Rule rule, boolean constant, boolean isElse) {
    var mark = layout.mark();
    boolean valueBegun = false;
    try {
      if (isElse) {
        layout.write("else");
      } else {
        writePath(rule.head());
        writeArguments(rule.head());
      }
      if (showsValue(rule, constant, isElse)) {
        boolean assigns = rule.head().assign() || dialect.v1();
        layout.write(assigns ? " := " : " = ");
        valueBegun = true;
        terms.write(rule.head().value().orElseThrow());
      }
    } catch (UnexpectedComment _) {
      if (!valueBegun) {
        layout.reset(mark);
        layout.writeAsIs(rule.head().at(), constant);
      }
    }
  }

  private void writePath(Head head) throws UnexpectedComment {
    Ref ref = head.ref();
    List<Term> parts = ref.parts();
    if (parts.size() == 1 || dialect.refHeads()) {
      terms.writeRef(ref);
    } else {
      layout.write(parts.getFirst().toString()).write("[");
      terms.write(parts.get(1));
      layout.write("]");
    }
  }

  private void writeArguments(Head head) throws UnexpectedComment {
    if (!head.args().isEmpty()) {
      layout.write("(");
      int close = Brackets.closingRow('(', ')', head.at());
      terms.writeList(head.args(), Term::at, head.at(), close, terms::write);
      layout.write(")");
    }
    if (head.key().isPresent()) {
      layout.write(dialect.contains() ? " contains " : "[");
      terms.write(head.key().get());
      layout.write(dialect.contains() ? "" : "]");
    }
  }

  /// Whether the value is written: not where it is `true` and understood.
  private boolean showsValue(Rule rule, boolean constant, boolean isElse) {
    Head head = rule.head();
    if (head.value().isEmpty()) {
      return false;
    }
    boolean yes = isYes(head.value().get());
    boolean oldPair = !dialect.ifs() && head.ref().parts().size() == 2 && head.args().isEmpty();
    if (yes && !constant && !rule.isDefault() && !(oldPair && !isElse)) {
      return false;
    }
    // A head that stands alone, without value and body, keeps its form where version 1 allows it.
    boolean bare = yes && rule.constant() && !isElse && head.value().get().at().equals(head.at());
    return !bare || (dialect.v1() && constant && head.key().isEmpty() && head.args().isEmpty());
  }

  private static boolean isYes(Term value) {
    return value instanceof Scalar scalar && scalar.value().equals(BooleanValue.TRUE);
  }
}
