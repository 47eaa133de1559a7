package dev.landwaiter.signing.statement;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.StrictJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The predicate of a statement, made from a file.
///
/// @param type the address that names its type
public record Predicate(String type, Value content) {
  /// Members that must be objects where they are there, by type.
  private static final Map<PredicateType, List<String>> OBJECTS =
      Map.of(
          PredicateType.SLSA_PROVENANCE, List.of("builder", "invocation", "metadata"),
          PredicateType.SLSA_PROVENANCE_02, List.of("builder", "invocation", "metadata"),
          PredicateType.SLSA_PROVENANCE_1, List.of("buildDefinition", "runDetails"),
          PredicateType.LINK, List.of("materials", "products", "byproducts", "environment"),
          PredicateType.VULN, List.of("invocation", "scanner", "metadata"));

  /// Makes one. Nothing of the file is lost: members that the type does not know stay, and numbers
  /// keep all their digits.
  ///
  /// @param where the file, for messages
  /// @param word a short name, or the address of a type
  /// @param now stands in predicates of the type `custom`
  /// @throws RefusedException with PREDICATE for a file that does not fit the type
  public static Predicate of(String where, String word, Bytes file, Instant now)
      throws RefusedException {
    Optional<PredicateType> known = PredicateType.named(word);
    if (known.isEmpty()) {
      return new Predicate(word, object(where, word, file));
    }
    PredicateType type = known.get();
    Value content =
        switch (type) {
          case CUSTOM -> custom(text(where, file), now);
          case SPDX -> new StringValue(text(where, file));
          case SPDX_JSON, CYCLONEDX, OPENVEX -> object(where, word, file);
          case SLSA_PROVENANCE, SLSA_PROVENANCE_02 -> {
            ObjectValue provenance = shaped(where, type, file);
            require(where, provenance, List.of("builder", "id"));
            require(where, provenance, List.of("buildType"));
            yield provenance;
          }
          case SLSA_PROVENANCE_1 -> {
            ObjectValue provenance = shaped(where, type, file);
            require(where, provenance, List.of("buildDefinition", "buildType"));
            require(where, provenance, List.of("runDetails", "builder", "id"));
            yield provenance;
          }
          case VULN -> shaped(where, type, file);
          case LINK -> {
            ObjectValue link = shaped(where, type, file);
            if (!link.get("_type").equals(Optional.of(new StringValue("link")))) {
              throw new RefusedException(
                  FailureClass.PREDICATE,
                  where + ": a link says so in its member '_type'",
                  "link",
                  link.get("_type").map(Value::asText).orElse("no such member"));
            }
            yield link;
          }
        };
    return new Predicate(type.uri(), content);
  }

  /// Requires a text that is not empty.
  private static void require(String where, ObjectValue predicate, List<String> path)
      throws RefusedException {
    Optional<Value> value = Optional.of(predicate);
    for (String step : path) {
      value = value.flatMap(each -> each.get(step));
    }
    if (!(value.orElse(Value.of("")) instanceof StringValue text) || text.text().isEmpty()) {
      throw new RefusedException(
          FailureClass.PREDICATE,
          where + ": the member '" + String.join(".", path) + "' is missing",
          "a text",
          "nothing");
    }
  }

  private static Value custom(String text, Instant now) {
    Map<Value, Value> members = new LinkedHashMap<>();
    members.put(Value.of("Data"), Value.of(text));
    members.put(Value.of("Timestamp"), Value.of(now.truncatedTo(ChronoUnit.SECONDS).toString()));
    return new ObjectValue(members);
  }

  private static ObjectValue shaped(String where, PredicateType type, Bytes file)
      throws RefusedException {
    ObjectValue predicate = object(where, type.word(), file);
    for (String name : OBJECTS.getOrDefault(type, List.of())) {
      Optional<Value> member = predicate.get(name);
      if (member.isPresent() && !(member.get() instanceof ObjectValue)) {
        throw new RefusedException(
            FailureClass.PREDICATE,
            where + ": '" + name + "' of a predicate of the type " + type.word(),
            "an object",
            "something else");
      }
    }
    return predicate;
  }

  private static ObjectValue object(String where, String type, Bytes file) throws RefusedException {
    Value value;
    try {
      value = StrictJson.parse(where, file);
    } catch (RefusedException e) {
      throw new RefusedException(FailureClass.PREDICATE, e.refusal().message());
    }
    if (value instanceof ObjectValue object) {
      return object;
    }
    throw new RefusedException(
        FailureClass.PREDICATE,
        where + ": a predicate of the type " + type + " is a JSON object",
        "an object",
        "something else");
  }

  private static String text(String where, Bytes file) throws RefusedException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.toArray())).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException(FailureClass.PREDICATE, where + ": not a text in UTF-8");
    }
  }
}
