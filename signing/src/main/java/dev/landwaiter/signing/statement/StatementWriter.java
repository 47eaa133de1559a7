package dev.landwaiter.signing.statement;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes the statements that are signed, in the bytes of cosign.
public final class StatementWriter {
  private static final JsonStyle STYLE = JsonStyle.COMPACT.withoutHtmlEscapes();

  private StatementWriter() {}

  /// That an image is signed: version 1, without a name, with the signer's annotations.
  ///
  /// @param sha256 lower-case digits of the manifest's digest
  public static Bytes signature(String sha256, Map<String, String> annotations) {
    Map<Value, Value> notes = new LinkedHashMap<>();
    new TreeMap<>(annotations).forEach((name, text) -> notes.put(Value.of(name), Value.of(text)));
    ObjectValue subject =
        object("digest", object("sha256", Value.of(sha256)), "annotations", new ObjectValue(notes));
    Map<Value, Value> statement = new LinkedHashMap<>();
    statement.put(Value.of("_type"), Value.of(Statement.V1));
    statement.put(Value.of("subject"), new ArrayValue(List.of(subject)));
    statement.put(Value.of("predicateType"), Value.of(PredicateType.COSIGN_SIGN));
    statement.put(Value.of("predicate"), ObjectValue.EMPTY);
    return Bytes.utf8(JsonWriter.toText(new ObjectValue(statement), STYLE));
  }

  /// A predicate about one artifact: version 0.1, members of the predicate sorted.
  ///
  /// @param name the repository of an image, or the base name of a file
  /// @param sha256 lower-case digits of its digest
  public static Bytes attestation(String name, String sha256, Predicate predicate) {
    ObjectValue subject =
        object("name", Value.of(name), "digest", object("sha256", Value.of(sha256)));
    Map<Value, Value> statement = new LinkedHashMap<>();
    statement.put(Value.of("_type"), Value.of(Statement.V0_1));
    // A predicate that is a text goes another way through cosign, which sorts by name there.
    boolean text = predicate.content() instanceof StringValue;
    if (text) {
      statement.put(Value.of("predicate"), predicate.content());
      statement.put(Value.of("predicateType"), Value.of(predicate.type()));
    }
    statement.put(Value.of("subject"), new ArrayValue(List.of(subject)));
    if (!text) {
      statement.put(Value.of("predicateType"), Value.of(predicate.type()));
      statement.put(Value.of("predicate"), sorted(predicate.content()));
    }
    return Bytes.utf8(JsonWriter.toText(new ObjectValue(statement), STYLE));
  }

  private static Value sorted(Value value) {
    return switch (value) {
      case ObjectValue object -> {
        Map<Value, Value> members = new LinkedHashMap<>();
        for (Value key : object.sortedKeys()) {
          Value member = object.find(key);
          if (member != null) {
            members.put(key, sorted(member));
          }
        }
        yield new ObjectValue(members);
      }
      case ArrayValue array -> {
        List<Value> elements = new ArrayList<>();
        for (Value each : array.elements()) {
          elements.add(sorted(each));
        }
        yield new ArrayValue(elements);
      }
      case NumberValue number -> shortest(number);
      default -> value;
    };
  }

  /// A fraction in its shortest form, as cosign writes it, where that is the same number.
  private static NumberValue shortest(NumberValue number) {
    if (number.toLong().isPresent() && number.isPlain()) {
      return number;
    }
    double near = number.toDouble();
    if (Double.isInfinite(near)) {
      return number;
    }
    var text = new ByteArrayOutputStream();
    try {
      var json = new JsonWriter(text, STYLE);
      json.value(near).flush();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory takes every byte", e);
    }
    NumberValue written = NumberValue.of(text.toString(StandardCharsets.US_ASCII));
    return written.toBigDecimal().compareTo(number.toBigDecimal()) == 0 ? written : number;
  }

  private static ObjectValue object(String name, Value value) {
    return new ObjectValue(Map.of(Value.of(name), value));
  }

  private static ObjectValue object(String first, Value one, String second, Value two) {
    Map<Value, Value> members = new LinkedHashMap<>();
    members.put(Value.of(first), one);
    members.put(Value.of(second), two);
    return new ObjectValue(members);
  }
}
