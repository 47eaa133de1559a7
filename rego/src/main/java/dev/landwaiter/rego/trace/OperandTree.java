package dev.landwaiter.rego.trace;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An expression's source with bars below its operands that lead to their values; where operands
/// stand on several lines, a list of them.
final class OperandTree {
  /// The widest value that is shown.
  private static final int WIDEST = 100;

  private final Location source;
  private final List<Operand> operands;
  private boolean listed;

  /// An operand.
  ///
  /// @param title its source
  /// @param bound whether it has a value
  record Operand(Location at, String title, String shown, boolean bound) {
    static Operand of(Location at, Optional<Term> value) {
      String shown = value.map(term -> cut(TermText.of(term))).orElse("undefined");
      return new Operand(at, at.text(), shown, value.isPresent());
    }

    private static String cut(String text) {
      return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 3) + "...";
    }
  }

  OperandTree(Location source, List<Operand> operands) {
    this.source = source;
    this.operands = new ArrayList<>(operands);
    long rows = operands.stream().mapToInt(operand -> operand.at().row()).distinct().count();
    listed = rows > 1;
  }

  /// Adds the value of a whole expression. It is named by the head of its path; where that is an
  /// import it stands on a line of its own, so that operands are listed.
  void addImported(Expr expr, boolean value) {
    String text = expr.at().text();
    int end = 0;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    if (end > 0 && end < text.length()) {
      listed = true;
      operands.add(new Operand(expr.at(), text.substring(0, end), String.valueOf(value), true));
    }
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    String indent = blanks(1, source.column());
    String[] text = source.text().split("\n", -1);
    lines.add(indent + text[0]);
    lines.addAll(List.of(text).subList(1, text.length));
    if (operands.isEmpty()) {
      return lines;
    }
    if (listed) {
      lines.add("");
      lines.add("Where:");
      lines.add("");
      operands.stream()
          .sorted(Comparator.comparing(Operand::title))
          .forEach(operand -> lines.add(operand.title() + ": " + operand.shown()));
      return lines;
    }
    List<Operand> sorted =
        operands.stream()
            .sorted(
                Comparator.<Operand>comparingInt(operand -> operand.at().column())
                    .thenComparing(Operand::title))
            .toList();
    lines.add(row(sorted, sorted.size() - 1, false));
    for (int last = sorted.size() - 1; last >= 0; last--) {
      lines.add(row(sorted, last, true));
    }
    return lines;
  }

  /// Bars below the operands up to one, which shows its value instead when asked to.
  private String row(List<Operand> sorted, int last, boolean value) {
    var line = new StringBuilder();
    int column = 1;
    for (int i = 0; i <= last; i++) {
      Operand operand = sorted.get(i);
      int at = operand.at().column();
      if (i < last && at == sorted.get(i + 1).at().column()) {
        continue;
      }
      line.append(blanks(column, at));
      column = at + 1;
      if (i == last && value) {
        boolean shared =
            sorted.stream().filter(other -> other.at().column() == at).limit(2).count() > 1;
        line.append(shared ? operand.title() + ": " : "").append(operand.shown());
      } else {
        line.append('|');
      }
    }
    return line.toString();
  }

  /// What leads from one column to another: tabs where the source has them, blanks elsewhere.
  private String blanks(int from, int to) {
    String all = source.source().text();
    int line = all.lastIndexOf('\n', source.start() - 1) + 1;
    var text = new StringBuilder();
    for (int column = from; column < to; column++) {
      int index = line + column - 1;
      boolean tab = index < all.length() && all.charAt(index) == '\t';
      text.append(tab ? '\t' : ' ');
    }
    return text.toString();
  }
}
