package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// JSON (RFC 8259) to [Value]. Of equal keys in one object the last wins.
public final class Json {
  private static final int SIZE_LIMIT = 512 << 20;

  /// So many names of members are kept while one text is read.
  private static final int MOST_NAMES = 4_096;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(InputText.DEPTH_LIMIT)
                  .maxNumberLength(10_000)
                  .maxStringLength(256 << 20)
                  .build())
          .build();

  private static final int STRICT_DEPTH = 64;

  private static final JsonFactory STRICT =
      FACTORY
          .rebuild()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(STRICT_DEPTH)
                  .maxNumberLength(1_000)
                  .build())
          .build();

  private Json() {}

  /// Reads one JSON text in UTF-8.
  ///
  /// @param where the name of the input, for the problem
  /// @throws FormatException when the bytes are not exactly one JSON text or nest too deeply
  public static Value parse(String where, byte[] text) throws FormatException {
    return parse(where, text, 0, text.length);
  }

  /// Reads one JSON text in UTF-8 that someone may have signed: a key twice in one object and more
  /// than 64 levels are errors, too.
  public static Value parseStrict(String where, byte[] text) throws FormatException {
    return parse(STRICT, where, text, 0, text.length, parser -> read(parser, new HashMap<>()));
  }

  /// Reads one JSON text out of a larger array; see [#parse(String, byte[])].
  public static Value parse(String where, byte[] text, int offset, int length)
      throws FormatException {
    return parse(where, text, offset, length, parser -> read(parser, new HashMap<>()));
  }

  /// Reads one JSON text in UTF-8 and keeps the place of each node; see [#parse(String, byte[])].
  public static Located parseLocated(String where, byte[] text) throws FormatException {
    return parse(where, text, 0, text.length, parser -> new LocatedJson(parser, text).read());
  }

  private static <T> T parse(
      String where, byte[] text, int offset, int length, Function<JsonParser, T> reading)
      throws FormatException {
    return parse(FACTORY, where, text, offset, length, reading);
  }

  private static <T> T parse(
      JsonFactory factory,
      String where,
      byte[] text,
      int offset,
      int length,
      Function<JsonParser, T> reading)
      throws FormatException {
    if (length > SIZE_LIMIT) {
      throw InputText.wrong(where, Position.START, "more than the 512 MiB that are read", "");
    }
    try (JsonParser parser =
        factory.createParser(ObjectReadContext.empty(), text, offset, length)) {
      parser.nextToken();
      T value = reading.apply(parser);
      if (parser.nextToken() != null) {
        throw wrong(where, parser, "text after the end of the JSON value");
      }
      return value;
    } catch (NumberFormatException e) {
      throw new FormatException(Problem.in(where, "a number too large to be read"));
    } catch (JacksonException e) {
      throw wrong(where, e);
    }
  }

  static FormatException wrong(String where, JacksonException e) {
    var at = e.getLocation();
    return new FormatException(
        new Problem(
            where,
            at == null || at.getLineNr() < 1 || at.getColumnNr() < 1
                ? Optional.empty()
                : Optional.of(new Position(at.getLineNr(), at.getColumnNr())),
            "not valid JSON: " + reason(e),
            ""));
  }

  /// What the parser says, without its own notes on where its input came from.
  private static String reason(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    int source = message.indexOf("[Source");
    int note = source < 0 ? -1 : message.lastIndexOf(" (", source);
    return note < 0 ? message : message.substring(0, note);
  }

  /// Reads one JSON text given as characters; see [#parse(String, byte[])].
  public static Value parse(String where, String text) throws FormatException {
    return parse(where, text.getBytes(StandardCharsets.UTF_8));
  }

  private static FormatException wrong(String where, JsonParser parser, String message) {
    var at = parser.currentTokenLocation();
    return new FormatException(
        new Problem(
            where, Optional.of(new Position(at.getLineNr(), at.getColumnNr())), message, ""));
  }

  /// @param names those read so far: equal names become one object, which finds them faster later
  private static Value read(JsonParser parser, Map<String, StringValue> names) {
    if (parser.hasToken(JsonToken.START_OBJECT)) {
      return readObject(parser, names);
    }
    return parser.hasToken(JsonToken.START_ARRAY) ? readArray(parser, names) : scalar(parser);
  }

  static Value scalar(JsonParser parser) {
    JsonToken token = parser.currentToken();
    // No `case null`: it turns the switch into a dynamic call, which costs milliseconds at start.
    if (token == null) {
      throw new StreamReadException(parser, "nothing but white space");
    }
    return switch (token) {
      case VALUE_STRING -> new StringValue(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NumberValue.of(parser.getString());
      case VALUE_TRUE -> Value.of(true);
      case VALUE_FALSE -> Value.of(false);
      case VALUE_NULL -> NullValue.NULL;
      case NOT_AVAILABLE,
          START_OBJECT,
          START_ARRAY,
          END_OBJECT,
          END_ARRAY,
          PROPERTY_NAME,
          VALUE_EMBEDDED_OBJECT ->
          throw new StreamReadException(parser, "unexpected " + token);
    };
  }

  private static Value readObject(JsonParser parser, Map<String, StringValue> names) {
    var members = new ObjectValue.Draft();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      StringValue key =
          names.size() < MOST_NAMES
              ? names.computeIfAbsent(parser.currentName(), StringValue::new)
              : new StringValue(parser.currentName());
      parser.nextToken();
      members.put(key, read(parser, names));
    }
    return members.finish();
  }

  private static Value readArray(JsonParser parser, Map<String, StringValue> names) {
    List<Value> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(read(parser, names));
    }
    return new ArrayValue(elements);
  }
}
