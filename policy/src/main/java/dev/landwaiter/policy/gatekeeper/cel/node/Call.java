package dev.landwaiter.policy.gatekeeper.cel.node;

import dev.landwaiter.policy.gatekeeper.cel.function.Operation;
import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.Told;
import java.util.List;

/// A call of a function whose arguments are all needed.
public final class Call implements Node {
  private static final List<String> SILENT =
      List.of("contains", "startsWith", "endsWith", "matches", "!_", "-_", "@in");

  private final String function;
  private final Operation operation;
  private final Node[] arguments;

  /// A call.
  ///
  /// @param arguments the receiver first, where there is one
  public Call(String function, Operation operation, List<Node> arguments) {
    this.function = function;
    this.operation = operation;
    this.arguments = arguments.toArray(Node[]::new);
  }

  @Override
  public Item evaluate(Frame frame) {
    var values = new Item[arguments.length];
    Item wrong = null;
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments[i].evaluate(frame);
      if (wrong == null && values[i] instanceof Item.Failure) {
        wrong = values[i];
      }
    }
    if (wrong != null) {
      return wrong;
    }
    Item result = operation.call(values, frame.meter());
    return result.equals(Item.Failure.NO_OVERLOAD) && !isSilent()
        ? Told.noOverload(function, values)
        : result;
  }

  /// CEL's own functions do not tell the types they met.
  private boolean isSilent() {
    return function.startsWith("_") || SILENT.contains(function);
  }
}
