package dev.landwaiter.policy.gatekeeper.cel.run;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.JsonItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A request as expressions see it: without the objects, and with empty texts left out where
/// Kubernetes leaves them out.
record RequestItem(ObjectValue request) implements Item.Mapping {
  private static final List<String> FIELDS =
      List.of(
          "uid",
          "kind",
          "resource",
          "subResource",
          "requestKind",
          "requestResource",
          "requestSubResource",
          "name",
          "namespace",
          "operation",
          "userInfo",
          "dryRun",
          "options");

  @Override
  public int size() {
    return fields().size();
  }

  @Override
  public Optional<Item> find(Item key) {
    return key instanceof Item.Text text && FIELDS.contains(text.value())
        ? field(text.value()).map(JsonItems::of)
        : Optional.empty();
  }

  private Optional<Value> field(String name) {
    return switch (name) {
      case "requestKind" -> given(name).or(() -> given("kind"));
      case "requestResource" -> given(name).or(() -> given("resource"));
      case "dryRun" -> given(name).or(() -> Optional.of(Value.of(false)));
      case "subResource", "requestSubResource", "name", "namespace" ->
          given(name).filter(value -> !value.asText().isEmpty());
      default -> given(name);
    };
  }

  private Optional<Value> given(String name) {
    return Optional.ofNullable(request.find(new StringValue(name)));
  }

  private List<Item> fields() {
    List<Item> all = new ArrayList<>();
    for (String field : FIELDS) {
      if (field(field).isPresent()) {
        all.add(new Item.Text(field));
      }
    }
    return all;
  }

  @Override
  public Iterable<Item> keys() {
    return fields();
  }
}
