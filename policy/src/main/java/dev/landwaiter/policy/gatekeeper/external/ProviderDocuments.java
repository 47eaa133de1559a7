package dev.landwaiter.policy.gatekeeper.external;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.ExternalAnswer;
import java.util.ArrayList;
import java.util.List;

/// What goes to a provider and comes back (`externaldata.gatekeeper.sh/v1beta1`).
final class ProviderDocuments {
  private static final String VERSION = Provider.GROUP + "/v1beta1";

  private ProviderDocuments() {}

  /// A `ProviderRequest`.
  static String request(List<String> keys) {
    var request = new ObjectValue.Draft();
    var _ = request.put(Value.of("keys"), new ArrayValue(keys.stream().map(Value::of).toList()));
    var document = new ObjectValue.Draft();
    var _ = document.put(Value.of("apiVersion"), Value.of(VERSION));
    var _ = document.put(Value.of("kind"), Value.of("ProviderRequest"));
    var _ = document.put(Value.of("request"), request.finish());
    return JsonWriter.toText(document.finish(), JsonStyle.COMPACT);
  }

  /// Reads a `ProviderResponse`.
  ///
  /// @param status of HTTP
  static ExternalAnswer answer(String provider, int status, byte[] body) {
    Value document;
    try {
      document = Json.parse(provider, body);
    } catch (FormatException e) {
      return ExternalAnswer.failed(500, "the answer of " + provider + " is no JSON");
    }
    if (!(document.get("response").orElse(NullValue.NULL) instanceof ObjectValue response)) {
      return ExternalAnswer.failed(500, "the answer of " + provider + " has no response");
    }
    List<ExternalAnswer.Item> items = new ArrayList<>();
    for (Value item : response.get("items").map(Value::elements).orElse(List.of())) {
      items.add(
          new ExternalAnswer.Item(
              item.text("key"), item.get("value").orElse(NullValue.NULL), item.text("error")));
    }
    boolean idempotent = response.get("idempotent").orElse(NullValue.NULL).equals(Value.of(true));
    return new ExternalAnswer(items, idempotent, status, response.text("systemError"));
  }
}
