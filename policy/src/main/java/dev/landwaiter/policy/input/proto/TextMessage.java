package dev.landwaiter.policy.input.proto;

import dev.landwaiter.base.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message as it was read: the values of its fields that are there.
final class TextMessage implements TextPart {
  final ProtoType.Message type;
  final Map<ProtoField, List<TextPart>> fields = new LinkedHashMap<>();
  private final int from;
  private int to;

  /// Of a message `Any`: its address of a type, and the message of that type.
  String address = "";

  @Nullable TextMessage packed;

  TextMessage(ProtoType.Message type, int from) {
    this.type = type;
    this.from = from;
    this.to = from;
  }

  void end(int behind) {
    to = behind;
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public int to() {
    return to;
  }

  /// The values of a field by its name.
  List<TextPart> values(String name) {
    ProtoField field = type.fields.get(name);
    return field == null ? List.of() : fields.getOrDefault(field, List.of());
  }

  /// The value of a field that is a scalar in JSON.
  Optional<Value> scalar(String name) {
    return values(name).stream()
        .findFirst()
        .filter(TextPart.Scalar.class::isInstance)
        .map(part -> ((TextPart.Scalar) part).value());
  }
}
