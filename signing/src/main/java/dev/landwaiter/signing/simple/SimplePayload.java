package dev.landwaiter.signing.simple;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.StrictJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// What a legacy signature says (containers/image, simple signing; cosign, signature
/// specification).
///
/// @param reference the repository that the signer named
/// @param digest of the signed manifest, such as `sha256:…`
/// @param optional what the signer added, in the order of the payload
public record SimplePayload(String reference, String digest, Map<String, Value> optional) {
  /// The media type of the layer that holds it.
  public static final String MEDIA_TYPE = "application/vnd.dev.cosign.simplesigning.v1+json";

  /// What `critical.type` must say.
  public static final String TYPE = "cosign container image signature";

  public SimplePayload {
    optional = Collections.unmodifiableMap(new LinkedHashMap<>(optional));
  }

  /// Reads the payload from the bytes that were signed. Names must be exactly those of the format
  /// and there once: a second spelling could tell another image.
  ///
  /// @throws RefusedException with SUBJECT when it says nothing about an image
  public static SimplePayload read(String where, Bytes payload) throws RefusedException {
    Value value;
    try {
      value = StrictJson.parse(where, payload);
    } catch (RefusedException e) {
      throw new RefusedException(FailureClass.SUBJECT, e.refusal().message());
    }
    ObjectValue all = object(where, value);
    ObjectValue critical = member(where, all, "critical");
    String type = text(where + ".critical.type", critical, "type");
    if (!type.equals(TYPE)) {
      throw new RefusedException(
          FailureClass.SUBJECT, where + ": not the payload of an image signature", TYPE, type);
    }
    ObjectValue identity = member(where + ".critical", critical, "identity");
    ObjectValue image = member(where + ".critical", critical, "image");
    Map<String, Value> optional = new LinkedHashMap<>();
    Value given = all.get("optional").orElse(NullValue.NULL);
    if (!(given instanceof NullValue)) {
      for (var each : object(where + ".optional", given).members().entrySet()) {
        if (each.getKey() instanceof StringValue name) {
          optional.put(name.text(), each.getValue());
        }
      }
    }
    return new SimplePayload(
        text(where + ".critical.identity.docker-reference", identity, "docker-reference"),
        text(where + ".critical.image.docker-manifest-digest", image, "docker-manifest-digest"),
        optional);
  }

  /// The payload to sign, byte for byte as cosign writes it.
  ///
  /// @param reference the repository, without tag or digest
  /// @param annotations become `optional`, sorted; `null` when there are none
  public static Bytes write(String reference, String digest, Map<String, String> annotations) {
    Map<Value, Value> optional = new LinkedHashMap<>();
    new TreeMap<>(annotations)
        .forEach((name, text) -> optional.put(Value.of(name), Value.of(text)));
    Map<Value, Value> critical = new LinkedHashMap<>();
    critical.put(Value.of("identity"), single("docker-reference", reference));
    critical.put(Value.of("image"), single("docker-manifest-digest", digest));
    critical.put(Value.of("type"), Value.of(TYPE));
    Map<Value, Value> all = new LinkedHashMap<>();
    all.put(Value.of("critical"), new ObjectValue(critical));
    all.put(Value.of("optional"), optional.isEmpty() ? NullValue.NULL : new ObjectValue(optional));
    return Bytes.utf8(JsonWriter.toText(new ObjectValue(all), JsonStyle.COMPACT));
  }

  private static ObjectValue single(String name, String text) {
    return new ObjectValue(Map.of(Value.of(name), Value.of(text)));
  }

  private static ObjectValue member(String where, ObjectValue of, String name)
      throws RefusedException {
    return object(
        where + "." + name, of.get(name).orElseThrow(() -> wrong(where + "." + name, "missing")));
  }

  private static ObjectValue object(String where, Value value) throws RefusedException {
    if (value instanceof ObjectValue object) {
      return object;
    }
    throw wrong(where, "an object was expected");
  }

  private static String text(String where, ObjectValue of, String name) throws RefusedException {
    if (of.get(name).orElseThrow(() -> wrong(where, "missing")) instanceof StringValue text) {
      return text.text();
    }
    throw wrong(where, "a text was expected");
  }

  private static RefusedException wrong(String where, String why) {
    return new RefusedException(FailureClass.SUBJECT, where + ": " + why);
  }
}
