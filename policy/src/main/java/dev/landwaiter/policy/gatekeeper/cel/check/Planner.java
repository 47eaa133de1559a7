package dev.landwaiter.policy.gatekeeper.cel.check;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.landwaiter.policy.gatekeeper.cel.function.Functions;
import dev.landwaiter.policy.gatekeeper.cel.node.Access;
import dev.landwaiter.policy.gatekeeper.cel.node.Call;
import dev.landwaiter.policy.gatekeeper.cel.node.Fold;
import dev.landwaiter.policy.gatekeeper.cel.node.Node;
import dev.landwaiter.policy.gatekeeper.cel.node.Nodes;
import dev.landwaiter.policy.gatekeeper.cel.node.Program;
import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Turns a checked expression into nodes.
final class Planner {
  private final CelAbstractSyntaxTree tree;
  private final Deque<Local> scope = new ArrayDeque<>();
  private int slots;

  /// A variable of a comprehension.
  private record Local(String name, int slot) {}

  Planner(CelAbstractSyntaxTree tree) {
    this.tree = tree;
  }

  Program plan() {
    Node root = node(tree.getExpr());
    return new Program(root, slots);
  }

  private Node node(CelExpr expression) {
    return switch (expression.getKind()) {
      case CONSTANT -> Nodes.constant(item(expression.constant()));
      case IDENT -> name(expression.ident().name(), expression);
      case SELECT -> select(expression);
      case CALL -> call(expression.call());
      case LIST -> list(expression.list());
      case MAP -> map(expression.map());
      case COMPREHENSION -> fold(expression.comprehension());
      case STRUCT, NOT_SET -> Nodes.constant(new Item.Failure("messages cannot be made here"));
    };
  }

  private static Item item(CelConstant constant) {
    return switch (constant.getKind()) {
      case NULL_VALUE, NOT_SET -> Item.Null.NULL;
      case BOOLEAN_VALUE -> Item.Bool.of(constant.booleanValue());
      case INT64_VALUE -> Item.Int.of(constant.int64Value());
      case UINT64_VALUE -> new Item.Uint(constant.uint64Value().longValue());
      case DOUBLE_VALUE -> new Item.Real(constant.doubleValue());
      case STRING_VALUE -> new Item.Text(constant.stringValue());
      case BYTES_VALUE ->
          new Item.Bytes(
              new String(constant.bytesValue().toByteArray(), StandardCharsets.ISO_8859_1));
      case TIMESTAMP_VALUE, DURATION_VALUE ->
          new Item.Failure("literals of time cannot be made here");
    };
  }

  private Node name(String written, CelExpr expression) {
    for (Local local : scope) {
      if (local.name.equals(written)) {
        return Nodes.slot(local.slot);
      }
    }
    Optional<CelReference> reference = tree.getReference(expression.id());
    String name = reference.map(CelReference::name).filter(n -> !n.isEmpty()).orElse(written);
    int input = Environment.INPUTS.indexOf(name);
    if (input >= 0) {
      return Nodes.input(input);
    }
    return Nodes.constant(
        reference
            .flatMap(CelReference::value)
            .map(Planner::item)
            .orElseGet(() -> new Item.Type(name)));
  }

  private Node select(CelExpr expression) {
    boolean qualified =
        tree.getReference(expression.id()).filter(r -> !r.name().isEmpty()).isPresent();
    if (qualified) {
      return name("", expression);
    }
    CelExpr.CelSelect select = expression.select();
    Item field = new Item.Text(select.field());
    Node operand = node(select.operand());
    return select.testOnly()
        ? Access.has(operand, field)
        : Access.member(operand, Nodes.constant(field));
  }

  private Node call(CelExpr.CelCall call) {
    List<Node> arguments = new ArrayList<>();
    call.target().ifPresent(target -> arguments.add(node(target)));
    call.args().forEach(argument -> arguments.add(node(argument)));
    Node first = arguments.isEmpty() ? Nodes.constant(Item.Null.NULL) : arguments.getFirst();
    Node last = arguments.isEmpty() ? first : arguments.getLast();
    return switch (call.function()) {
      case "_&&_" -> Nodes.and(first, last);
      case "_||_" -> Nodes.or(first, last);
      case "_?_:_" -> Nodes.conditional(first, arguments.get(1), last);
      case "@not_strictly_false" -> Nodes.notStrictlyFalse(first);
      case "_[_]" -> Access.member(first, last);
      case "_[?_]", "_?._" -> Access.optionalMember(first, last);
      case "orValue" -> Nodes.orValue(first, last);
      case "or" -> Nodes.orOptional(first, last);
      default -> plainCall(call.function(), arguments);
    };
  }

  private static Node plainCall(String function, List<Node> arguments) {
    return Functions.at(function)
        .<Node>map(operation -> new Call(function, operation, arguments))
        .orElseGet(() -> Nodes.constant(new Item.Failure("no such overload: " + function)));
  }

  private Node list(CelExpr.CelList list) {
    List<Nodes.Element> elements = new ArrayList<>();
    for (int i = 0; i < list.elements().size(); i++) {
      elements.add(
          new Nodes.Element(node(list.elements().get(i)), list.optionalIndices().contains(i)));
    }
    return Nodes.list(elements);
  }

  private Node map(CelExpr.CelMap map) {
    List<Nodes.Entry> entries = new ArrayList<>();
    for (CelExpr.CelMap.Entry entry : map.entries()) {
      entries.add(new Nodes.Entry(node(entry.key()), node(entry.value()), entry.optionalEntry()));
    }
    return Nodes.map(entries);
  }

  private Node fold(CelExpr.CelComprehension fold) {
    Node range = node(fold.iterRange());
    Node start = node(fold.accuInit());
    int gathered = enter(fold.accuVar());
    int first = enter(fold.iterVar());
    boolean two = !fold.iterVar2().isEmpty();
    int second = two ? enter(fold.iterVar2()) : -1;
    Node condition = node(fold.loopCondition());
    Node step = step(fold, gathered);
    for (int i = 0; i < (two ? 2 : 1); i++) {
      scope.pop();
    }
    Node result = node(fold.result());
    scope.pop();
    return new Fold(range, gathered, first, second, start, condition, step, result);
  }

  private int enter(String name) {
    int slot = scope.size();
    scope.push(new Local(name, slot));
    slots = Math.max(slots, scope.size());
    return slot;
  }

  /// The step of a round. `gathered + [element]` of macros, whose variable nobody else can name,
  /// grows the list in place.
  private Node step(CelExpr.CelComprehension fold, int gathered) {
    return step(fold.loopStep(), fold.accuVar(), gathered);
  }

  private Node step(CelExpr step, String accumulator, int gathered) {
    if (step.getKind() != CelExpr.ExprKind.Kind.CALL || !accumulator.startsWith("@")) {
      return node(step);
    }
    CelExpr.CelCall call = step.call();
    if (call.function().equals("_?_:_")) {
      return Nodes.conditional(
          node(call.args().get(0)),
          step(call.args().get(1), accumulator, gathered),
          node(call.args().get(2)));
    }
    boolean appends =
        call.function().equals("_+_")
            && call.args().get(0).getKind() == CelExpr.ExprKind.Kind.IDENT
            && call.args().get(0).ident().name().equals(accumulator)
            && call.args().get(1).getKind() == CelExpr.ExprKind.Kind.LIST
            && call.args().get(1).list().elements().size() == 1;
    return appends
        ? Fold.append(gathered, node(call.args().get(1).list().elements().get(0)))
        : node(step);
  }
}
