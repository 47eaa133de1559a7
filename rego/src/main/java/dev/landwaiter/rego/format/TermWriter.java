package dev.landwaiter.rego.format;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.TemplatePart;
import dev.landwaiter.rego.syntax.TemplateString;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.ValueText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Writes terms.
final class TermWriter {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Layout layout;
  private final Dialect dialect;
  private final BodyWriter bodies;

  /// Whether a term left as it is takes the comment on its last row along.
  private boolean takesLastComment;

  TermWriter(Layout layout, Dialect dialect) {
    this.layout = layout;
    this.dialect = dialect;
    this.bodies = new BodyWriter(layout, this);
  }

  BodyWriter bodies() {
    return bodies;
  }

  void takesLastComment(boolean takes) {
    takesLastComment = takes;
  }

  /// Writes a term; one whose comments have no place is left as it is, which the exception tells.
  void write(Term term) throws UnexpectedComment {
    var mark = layout.mark();
    try {
      write(term, false);
    } catch (UnexpectedComment e) {
      layout.reset(mark);
      layout.writeAsIs(term.at(), takesLastComment);
      throw e;
    }
  }

  /// Writes a term on its own, or leaves it as it is when its comments have no place.
  void writeOrKeep(Term term) {
    writeOrKeep(term, false);
  }

  /// @param parens whether an operator's call is put in parentheses
  void writeOrKeep(Term term, boolean parens) {
    var mark = layout.mark();
    try {
      write(term, parens);
    } catch (UnexpectedComment _) {
      layout.reset(mark);
      layout.writeAsIs(term.at(), takesLastComment);
    }
  }

  /// @param parens whether an operator's call is put in parentheses
  void write(Term term, boolean parens) throws UnexpectedComment {
    if (term.at().row() > 0) {
      layout.insertComments(term.at().row());
    }
    if (!layout.isInline()) {
      layout.startLine();
    }
    switch (term) {
      case Scalar scalar -> layout.write(scalar(scalar));
      case Variable variable -> layout.write(name(variable));
      case Ref ref -> writeRef(ref);
      case ArrayTerm array -> {
        layout.write("[");
        int close = Brackets.closingRow('[', ']', array.at());
        writeList(array.elements(), Term::at, array.at(), close, this::writeElement);
        layout.write("]");
      }
      case SetTerm set -> writeSet(set);
      case ObjectTerm object -> {
        layout.write("{");
        int close = Brackets.closingRow('{', '}', object.at());
        writeList(
            object.entries(), entry -> entry.key().at(), object.at(), close, this::writeEntry);
        layout.write("}");
      }
      case ArrayComprehension c -> {
        layout.write("[");
        writeHead(c.head(), c.at());
        bodies.writeNested('[', ']', c.body(), c.head().at(), c.at());
        layout.write("]");
      }
      case SetComprehension c -> {
        layout.write("{");
        writeHead(c.head(), c.at());
        bodies.writeNested('{', '}', c.body(), c.head().at(), c.at());
        layout.write("}");
      }
      case ObjectComprehension c -> {
        layout.write("{");
        if (c.key().at().row() > c.at().row() + 1) {
          layout.endLine();
          layout.startLine();
        }
        writeElement(c.key());
        layout.write(": ");
        writeHead(c.value(), c.value().at());
        bodies.writeNested('{', '}', c.body(), c.key().at(), c.at());
        layout.write("}");
      }
      case Call call -> writeCall(call, parens);
      case TemplateString template -> writeTemplate(template);
    }
  }

  private void writeSet(SetTerm set) throws UnexpectedComment {
    if (set.elements().isEmpty()) {
      layout.write("set()");
      return;
    }
    layout.write("{");
    int close = Brackets.closingRow('{', '}', set.at());
    writeList(set.elements(), Term::at, set.at(), close, this::writeElement);
    layout.write("}");
  }

  /// The head of a comprehension; parentheses around a call stay.
  private void writeHead(Term head, Location at) throws UnexpectedComment {
    if (head.at().row() > at.row()) {
      layout.endLine();
      layout.startLine();
    }
    write(head, head instanceof Call && isParenthesised(head));
    layout.write(" |");
  }

  private static boolean isParenthesised(Term term) {
    return term.at().end() > term.at().start() && term.at().text().startsWith("(");
  }

  private static String scalar(Scalar scalar) {
    if (!(scalar.value() instanceof StringValue string)) {
      return ValueText.of(scalar.value());
    }
    String text = scalar.at().text();
    if (text.startsWith("`")) {
      return text;
    }
    int quote = text.indexOf('"');
    return quote >= 0 && quote < text.length() - 1 && text.endsWith("\"")
        ? text.substring(quote)
        : ValueText.quoted(string.text());
  }

  private static String name(Variable variable) {
    return variable.isWildcard() ? "_" : variable.name();
  }

  void writeRef(Ref ref) throws UnexpectedComment {
    Term head = ref.head();
    write(head, head instanceof Call && isParenthesised(head));
    for (Term part : ref.parts().subList(1, ref.parts().size())) {
      writePart(part);
    }
  }

  private void writePart(Term part) throws UnexpectedComment {
    if (part instanceof Scalar scalar && scalar.value() instanceof StringValue string) {
      layout.write(
          needsBrackets(string.text(), scalar.at())
              ? "[" + ValueText.quoted(string.text()) + "]"
              : "." + string.text());
    } else if (part instanceof Variable variable) {
      layout.write("[" + name(variable) + "]");
    } else {
      layout.write("[");
      write(part);
      layout.write("]");
    }
  }

  private boolean needsBrackets(String name, Location at) {
    return !NAME.matcher(name).matches()
        || (dialect.keywords().contains(name) && at.text().startsWith("\""));
  }

  private void writeElement(Term element) throws UnexpectedComment {
    boolean union =
        element instanceof Call call && call.name().equals("or") && isParenthesised(element);
    if (union || (element instanceof Call call && call.name().equals(Operators.MEMBER_WITH_KEY))) {
      layout.write("(");
      write(element, false);
      layout.write(")");
    } else {
      write(element);
    }
  }

  private void writeEntry(ObjectTerm.Entry entry) throws UnexpectedComment {
    writeElement(entry.key());
    layout.write(": ");
    writeElement(entry.value());
  }

  /// Writes one piece.
  @FunctionalInterface
  interface Each<T> {
    void write(T element) throws UnexpectedComment;
  }

  /// Writes elements parted by commas, on the lines they had.
  ///
  /// @param close the row of the closing bracket, or -1
  <T> void writeList(
      List<T> elements, Function<T, Location> place, Location at, int close, Each<T> each)
      throws UnexpectedComment {
    if (elements.isEmpty()) {
      if (layout.nextCommentRow() < close) {
        beginLines();
        layout.insertComments(close);
        layout.down();
        layout.startLine();
      }
      return;
    }
    // Of calls the original does not know where they close: only later arguments break them.
    var lines = Layout.lines(elements, place, at.row(), close >= 0);
    boolean several = lines.size() > 1;
    if (lines.getFirst().isEmpty()) {
      lines = lines.subList(1, lines.size());
    }
    if (several) {
      layout.delayLineEnd();
      beginLines();
    }
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        layout.write(",");
        layout.endLine();
        layout.startLine();
      }
      for (int j = 0; j < lines.get(i).size(); j++) {
        layout.write(j == 0 ? "" : ", ");
        each.write(lines.get(i).get(j));
      }
    }
    if (several) {
      layout.write(",");
      layout.endLine();
      layout.insertComments(close);
      layout.down();
      layout.startLine();
    }
  }

  private void beginLines() {
    layout.endLine();
    layout.up();
    layout.startLine();
  }

  private void writeCall(Call call, boolean parens) throws UnexpectedComment {
    List<Term> arguments = call.arguments();
    if (Operators.isMember(call) && isComplete(call)) {
      writeMember(call, parens);
    } else if (!Operators.sign(call).isEmpty() && arguments.size() == 2) {
      layout.write(parens ? "(" : "");
      write(arguments.getFirst(), true);
      layout.write(" " + Operators.sign(call) + " ");
      write(arguments.getLast(), true);
      layout.write(parens ? ")" : "");
    } else {
      writePlain(call);
    }
  }

  static boolean isComplete(Call call) {
    return call.arguments().size() == (call.name().equals(Operators.MEMBER) ? 2 : 3);
  }

  /// Writes `x in xs` or `k, v in xs`.
  void writeMember(Call call, boolean parens) throws UnexpectedComment {
    List<Term> arguments = call.arguments();
    layout.write(parens ? "(" : "");
    for (int i = 0; i < arguments.size() - 1; i++) {
      layout.write(i == 0 ? "" : ", ");
      write(arguments.get(i), true);
    }
    layout.write(" in ");
    write(arguments.getLast(), true);
    layout.write(parens ? ")" : "");
  }

  /// Writes the name and the arguments in parentheses.
  void writePlain(Call call) throws UnexpectedComment {
    writeRef(call.operator());
    layout.write("(");
    writeList(call.arguments(), Term::at, call.operator().at(), -1, this::writeElement);
    layout.write(")");
  }

  private void writeTemplate(TemplateString template) throws UnexpectedComment {
    String quote = template.multiLine() ? "`" : "\"";
    layout.write("$").write(quote);
    for (TemplatePart part : template.parts()) {
      switch (part) {
        case Expr expr -> {
          layout.write("{");
          bodies.write(expr);
          layout.write("}");
        }
        case Scalar scalar when scalar.value() instanceof StringValue string ->
            layout.write(piece(string.text(), template.multiLine()));
        case Term term -> layout.write(term.toString());
      }
    }
    layout.write(quote);
  }

  private static String piece(String text, boolean raw) {
    String quoted = ValueText.quoted(text);
    return (raw ? text : quoted.substring(1, quoted.length() - 1)).replace("{", "\\{");
  }
}
