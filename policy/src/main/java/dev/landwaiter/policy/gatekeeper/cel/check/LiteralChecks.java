package dev.landwaiter.policy.gatekeeper.cel.check;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;
import dev.landwaiter.policy.gatekeeper.cel.function.Functions;
import dev.landwaiter.policy.gatekeeper.cel.function.Patterns;
import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What Kubernetes checks besides types: that the elements of a literal are of one type, and that
/// literal durations, timestamps and regular expressions are well formed.
final class LiteralChecks {
  private final CelAbstractSyntaxTree tree;
  private final List<CelIssue> mistakes = new ArrayList<>();

  private LiteralChecks(CelAbstractSyntaxTree tree) {
    this.tree = tree;
  }

  static List<CelIssue> mistakes(CelAbstractSyntaxTree tree) {
    var checks = new LiteralChecks(tree);
    checks.visit(tree.getExpr(), false);
    checks.mistakes.sort(
        Comparator.comparingInt((CelIssue issue) -> issue.getSourceLocation().getLine())
            .thenComparingInt(issue -> issue.getSourceLocation().getColumn()));
    return checks.mistakes;
  }

  /// Walks through an expression.
  ///
  /// @param formatting whether it is among the arguments of `format`, which takes all types
  private void visit(CelExpr expression, boolean formatting) {
    switch (expression.getKind()) {
      case CONSTANT, IDENT, NOT_SET, STRUCT -> {}
      case SELECT -> visit(expression.select().operand(), formatting);
      case CALL -> {
        CelExpr.CelCall call = expression.call();
        check(call);
        boolean inside = formatting || call.function().equals("format");
        call.target().ifPresent(target -> visit(target, inside));
        call.args().forEach(argument -> visit(argument, inside));
      }
      case LIST -> {
        if (!formatting) {
          checkList(expression.list());
        }
        expression.list().elements().forEach(element -> visit(element, formatting));
      }
      case MAP -> {
        var entries = expression.map().entries();
        if (!formatting) {
          checkSame(entries.stream().map(CelExpr.CelMap.Entry::key).toList(), List.of());
          checkValues(entries);
        }
        for (var entry : entries) {
          visit(entry.key(), formatting);
          visit(entry.value(), formatting);
        }
      }
      case COMPREHENSION -> {
        CelExpr.CelComprehension fold = expression.comprehension();
        for (CelExpr part :
            List.of(
                fold.iterRange(),
                fold.accuInit(),
                fold.loopCondition(),
                fold.loopStep(),
                fold.result())) {
          visit(part, formatting);
        }
      }
    }
  }

  private void checkList(CelExpr.CelList list) {
    checkSame(list.elements(), list.optionalIndices());
  }

  private void checkValues(List<CelExpr.CelMap.Entry> entries) {
    List<Integer> optional = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).optionalEntry()) {
        optional.add(i);
      }
    }
    checkSame(entries.stream().map(CelExpr.CelMap.Entry::value).toList(), optional);
  }

  private void checkSame(List<CelExpr> elements, List<Integer> optional) {
    String wanted = "";
    for (int i = 0; i < elements.size(); i++) {
      CelType type = tree.getTypeOrThrow(elements.get(i).id());
      if (optional.contains(i) && type instanceof OptionalType maybe) {
        type = maybe.parameters().get(0);
      }
      String text = TypeTexts.text(type);
      if (i > 0 && !text.equals(wanted)) {
        report(elements.get(i), "expected type '" + wanted + "' but found '" + text + "'");
        return;
      }
      wanted = text;
    }
  }

  private void check(CelExpr.CelCall call) {
    if (call.args().isEmpty() || call.args().get(0).getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      return;
    }
    CelExpr argument = call.args().get(0);
    if (argument.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
      return;
    }
    String text = argument.constant().stringValue();
    boolean wrong =
        switch (call.function()) {
          case "matches" -> !Patterns.mistake(text).isEmpty();
          case "duration", "timestamp" -> call.target().isEmpty() && fails(call.function(), text);
          default -> false;
        };
    if (wrong) {
      report(argument, "invalid " + call.function() + " argument");
    }
  }

  private static boolean fails(String function, String text) {
    var operation = Functions.at(function);
    return operation.isPresent()
        && operation.get().call(new Item[] {new Item.Text(text)}, new Meter(Meter.PER_CALL))
            instanceof Item.Failure;
  }

  private void report(CelExpr expression, String message) {
    Integer offset = tree.getSource().getPositionsMap().get(expression.id());
    var location =
        tree.getSource()
            .getOffsetLocation(offset == null ? 0 : offset)
            .orElse(CelSourceLocation.NONE);
    mistakes.add(CelIssue.formatError(location, message));
  }
}
