package dev.landwaiter.base.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.text.GoString;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Runs a template over its data.
///
/// @param <X> what ends it when it takes too long or too much room
final class Run<X extends Exception> {
  private static final int DEPTH_LIMIT = 200;
  private static final int SHOWN = 20;

  private final String text;
  private final Map<String, List<Node>> templates;
  private final Effort<X> effort;
  private final Functions<X> functions;
  private final boolean numbersAreTexts;
  private final Function<ObjectValue, String> structs;
  private final String name;
  private final StringBuilder out = new StringBuilder();
  private final List<Variable> variables = new ArrayList<>();
  private int depth;

  /// The name of the template that is run.
  private String template;

  /// Whether the dot is a member or element, of which Go knows no type.
  private boolean dotOfAnyType;

  /// A variable with its value.
  private record Variable(String name, Object value) {}

  /// How a list of nodes ended.
  private enum End {
    REACHED,
    BREAK,
    CONTINUE
  }

  Run(Template template, Effort<X> effort) {
    this.text = template.text();
    this.templates = template.nodes();
    this.effort = effort;
    this.functions = new Functions<>(effort, template.dialect().functions());
    this.numbersAreTexts = template.dialect().numbersAreTexts();
    this.structs = template.dialect().structs();
    this.name = template.dialect().name();
    this.template = name;
  }

  String run(Value data) throws TemplateException, X {
    variables.add(new Variable("$", data));
    nodes(templates.getOrDefault(name, List.of()), data);
    return out.toString();
  }

  /// The data's values as the template's own.
  private Object own(Object value) {
    return numbersAreTexts ? Values.own(value) : Values.ownNumber(value);
  }

  private TemplateException wrong(Node.Source source, String message) {
    return wrong(source.start(), text.substring(source.start(), source.end()), message);
  }

  private TemplateException wrong(int place, String context, String message) {
    String before = text.substring(0, place);
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    int column = before.substring(before.lastIndexOf('\n') + 1).getBytes(UTF_8).length;
    return new TemplateException(
        "template: "
            + name
            + ":"
            + line
            + ":"
            + column
            + ": executing "
            + GoString.quoted(template)
            + " at <"
            + (context.length() > SHOWN ? context.substring(0, SHOWN) + "..." : context)
            + ">: "
            + message);
  }

  private End nodes(List<Node> nodes, Object dot) throws TemplateException, X {
    for (Node node : nodes) {
      effort.check();
      End end = node(node, dot);
      if (end != End.REACHED) {
        return end;
      }
    }
    return End.REACHED;
  }

  private End node(Node node, Object dot) throws TemplateException, X {
    switch (node) {
      case Node.Text part -> print(part.text());
      case Node.Action action -> {
        Object value = pipeline(action.pipeline(), dot);
        if (action.pipeline().variables().isEmpty()) {
          print(Values.text(value));
        }
      }
      case Node.Branch branch -> {
        int scope = variables.size();
        End end = branch(branch, dot);
        cut(scope);
        return end;
      }
      case Node.Include include -> include(include, dot);
      case Node.Jump jump -> {
        return jump.ends() ? End.BREAK : End.CONTINUE;
      }
    }
    return End.REACHED;
  }

  private void print(String part) throws X {
    effort.reserve(part.length());
    out.append(part);
  }

  private void cut(int scope) {
    while (variables.size() > scope) {
      variables.removeLast();
    }
  }

  private End branch(Node.Branch branch, Object dot) throws TemplateException, X {
    Object value = pipeline(branch.pipeline(), dot);
    if (branch.kind() == Node.Kind.RANGE) {
      return range(branch, value, dot);
    }
    if (Values.isTrue(value)) {
      if (branch.kind() == Node.Kind.IF) {
        return nodes(branch.then(), dot);
      }
      boolean outer = dotOfAnyType;
      dotOfAnyType = false;
      End end = nodes(branch.then(), value);
      dotOfAnyType = outer;
      return end;
    }
    return nodes(branch.otherwise(), dot);
  }

  private End range(Node.Branch branch, Object value, Object dot) throws TemplateException, X {
    int count =
        switch (value) {
          case ArrayValue array -> array.size();
          case ObjectValue object -> object.size();
          case Long number -> Math.clamp(number, 0, Integer.MAX_VALUE);
          case NullValue _ -> 0;
          default ->
              throw wrong(
                  branch.pipeline().commands().getFirst().source(),
                  "range can't iterate over " + Values.text(value));
        };
    if (count == 0) {
      return nodes(branch.otherwise(), dot);
    }
    List<String> names = branch.pipeline().variables();
    if (value instanceof Long && names.size() == 2) {
      throw wrong(
          branch.pipeline().commands().getLast().source(),
          "can't use " + value + " to iterate over more than one variable");
    }
    for (int i = 0; i < count; i++) {
      Object key = (long) i;
      Object element = key;
      if (value instanceof ArrayValue array) {
        element = own(array.at(i));
      } else if (value instanceof ObjectValue object) {
        key = own(object.sortedKey(i));
        element = own(object.sortedValue(i));
      }
      int scope = variables.size();
      if (!names.isEmpty()) {
        set(branch.pipeline(), names.getLast(), element);
      }
      if (names.size() == 2) {
        set(branch.pipeline(), names.getFirst(), key);
      }
      boolean outer = dotOfAnyType;
      dotOfAnyType = !(value instanceof Long);
      End end = nodes(branch.then(), element);
      dotOfAnyType = outer;
      cut(scope);
      if (end == End.BREAK) {
        break;
      }
    }
    return End.REACHED;
  }

  private void set(Node.Pipeline pipeline, String name, Object value) throws TemplateException {
    if (pipeline.assigns()) {
      for (int i = variables.size() - 1; i >= 0; i--) {
        if (variables.get(i).name.equals(name)) {
          variables.set(i, new Variable(name, value));
          return;
        }
      }
      Node.Command last = pipeline.commands().getLast();
      throw wrong(last.operands().getFirst().source(), "undefined variable: " + name);
    }
    variables.add(new Variable(name, value));
  }

  private void include(Node.Include include, Object dot) throws TemplateException, X {
    List<Node> nodes = templates.get(include.name());
    if (nodes == null) {
      Node.Source source = include.source();
      throw wrong(
          source.start(),
          "{{template " + text.substring(source.start(), source.end()).strip() + "}}",
          "template " + GoString.quoted(include.name()) + " not defined");
    }
    if (++depth > DEPTH_LIMIT) {
      throw wrong(include.source(), "exceeded maximum template depth (" + DEPTH_LIMIT + ")");
    }
    Object value =
        include.pipeline().commands().isEmpty()
            ? NullValue.NULL
            : pipeline(include.pipeline(), dot);
    List<Variable> outer = List.copyOf(variables);
    variables.clear();
    variables.add(new Variable("$", value));
    String outside = template;
    boolean outerDot = dotOfAnyType;
    template = include.name();
    dotOfAnyType = false;
    nodes(nodes, value);
    template = outside;
    dotOfAnyType = outerDot;
    variables.clear();
    variables.addAll(outer);
    depth--;
  }

  private Object pipeline(Node.Pipeline pipeline, Object dot) throws TemplateException, X {
    Object value = NullValue.NULL;
    boolean first = true;
    for (Node.Command command : pipeline.commands()) {
      List<Object> last = first ? List.of() : List.of(value);
      value = own(command(command, dot, last));
      first = false;
    }
    // The variables of a range are set for each element.
    if (pipeline.variables().size() == 1) {
      set(pipeline, pipeline.variables().getFirst(), value);
    }
    return value;
  }

  private Object command(Node.Command command, Object dot, List<Object> last)
      throws TemplateException, X {
    Node.Operand first = command.operands().getFirst();
    if (first instanceof Node.Function function) {
      return call(command, function, dot, last);
    }
    if (first instanceof Node.Nothing nothing) {
      throw wrong(nothing.source(), "nil is not a command");
    }
    if (command.operands().size() > 1 || !last.isEmpty()) {
      String shown = text.substring(first.source().start(), first.source().end());
      throw first instanceof Node.Chain chain && !chain.fields().isEmpty()
          ? wrong(first.source(), chain.fields().getLast() + " is not a method but has arguments")
          : wrong(first.source(), "can't give argument to non-function " + shown);
    }
    return operand(first, dot);
  }

  private Object call(Node.Command command, Node.Function function, Object dot, List<Object> last)
      throws TemplateException, X {
    List<Object> arguments = new ArrayList<>();
    boolean and = function.name().equals("and");
    boolean shortcut = and || function.name().equals("or");
    for (Node.Operand operand : command.operands().subList(1, command.operands().size())) {
      Object value = operand(operand, dot);
      if (shortcut && Values.isTrue(value) != and) {
        return value;
      }
      arguments.add(value);
    }
    arguments.addAll(last);
    String count = functions.wrongCount(function.name(), arguments.size());
    if (!count.isEmpty()) {
      throw wrong(function.source(), count);
    }
    if (function.name().equals("call")) {
      String what = command.operands().size() > 1 ? shown(command.operands().get(1)) : "";
      throw wrong(
          command.source(),
          "error calling call: "
              + (Values.isNothing(arguments.getFirst())
                  ? "call of nil"
                  : "non-function " + what + " of type " + Values.type(arguments.getFirst())));
    }
    if (function.name().equals("printf") && !Values.isText(arguments.getFirst())) {
      Node.Operand format =
          command.operands().size() > 1 ? command.operands().get(1) : command.operands().getFirst();
      throw wrong(
          format.source(),
          format instanceof Node.Constant
              ? "expected string; found " + shown(format)
              : "wrong type for value; expected string; got " + Values.type(arguments.getFirst()));
    }
    try {
      return functions.call(function.name(), arguments);
    } catch (TemplateException e) {
      throw wrong(command.source(), String.valueOf(e.getMessage()));
    }
  }

  private String shown(Node.Operand operand) {
    return text.substring(operand.source().start(), operand.source().end());
  }

  private Object operand(Node.Operand operand, Object dot) throws TemplateException, X {
    return switch (operand) {
      case Node.Constant constant -> constant.value();
      case Node.Nothing _ -> NullValue.NULL;
      case Node.Function function ->
          call(new Node.Command(List.of(function), function.source()), function, dot, List.of());
      case Node.Chain chain -> {
        Object value =
            switch (chain.base()) {
              case Node.Dot _ -> dot;
              case Node.Name name -> variable(name.variable());
              case Node.Brackets brackets -> pipeline(brackets.pipeline(), dot);
            };
        boolean missing = false;
        boolean anyType = chain.base() instanceof Node.Dot && dotOfAnyType;
        for (String field : chain.fields()) {
          if (missing) {
            break;
          }
          Object of = own(value);
          if (Values.isNothing(of)) {
            throw wrong(
                chain.place(), shown(chain), "nil pointer evaluating interface {}." + field);
          }
          if (!(of instanceof ObjectValue object)) {
            throw wrong(
                chain.place(),
                shown(chain),
                "can't evaluate field "
                    + field
                    + " in type "
                    + (anyType ? "interface {}" : Values.type(of)));
          }
          anyType = true;
          var member = object.get(field);
          missing = member.isEmpty();
          String type = missing ? structs.apply(object) : "";
          if (!type.isEmpty()) {
            throw wrong(
                chain.place(), shown(chain), "can't evaluate field " + field + " in type " + type);
          }
          value = member.orElse(NullValue.NULL);
        }
        yield own(value);
      }
    };
  }

  private Object variable(String name) {
    for (int i = variables.size() - 1; i >= 0; i--) {
      if (variables.get(i).name.equals(name)) {
        return variables.get(i).value;
      }
    }
    return NullValue.NULL;
  }
}
