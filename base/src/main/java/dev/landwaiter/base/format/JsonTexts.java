package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// JSON texts that follow each other with at most white space between them. Of equal keys in one
/// object the last wins, and each of the others is told.
public final class JsonTexts {
  private static final int SIZE_LIMIT = 64 << 20;

  private final JsonParser parser;
  private final List<Repeated> repeated = new ArrayList<>();

  private JsonTexts(JsonParser parser) {
    this.parser = parser;
  }

  /// One text.
  ///
  /// @param start the offset of its first byte
  /// @param end the offset after its last byte
  public record Text(Value value, int start, int end) {}

  /// A key that stands in its object already.
  public record Repeated(String key, Position position) {}

  /// What was read.
  public record Texts(List<Text> texts, List<Repeated> repeated) {}

  /// Reads them all; a text of white space has none.
  ///
  /// @param where the name of the input, for the problem
  /// @param text in UTF-8
  /// @throws FormatException when one of them is no JSON, nests deeper than 512, or when there are
  ///   more than 64 MiB
  public static Texts read(String where, byte[] text) throws FormatException {
    InputText.checkSize(where, text, SIZE_LIMIT);
    try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), text)) {
      var reader = new JsonTexts(parser);
      List<Text> texts = new ArrayList<>();
      while (parser.nextToken() != null) {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        Value value = reader.value();
        texts.add(new Text(value, start, (int) parser.currentLocation().getByteOffset()));
      }
      return new Texts(texts, reader.repeated);
    } catch (NumberFormatException e) {
      throw new FormatException(Problem.in(where, "a number too large to be read"));
    } catch (JacksonException e) {
      throw Json.wrong(where, e);
    }
  }

  private Value value() {
    if (parser.hasToken(JsonToken.START_OBJECT)) {
      return object();
    }
    if (!parser.hasToken(JsonToken.START_ARRAY)) {
      return Json.scalar(parser);
    }
    List<Value> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value());
    }
    return new ArrayValue(elements);
  }

  private Value object() {
    var members = new ObjectValue.Draft();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = new StringValue(parser.currentName());
      var at = parser.currentTokenLocation();
      parser.nextToken();
      if (members.put(key, value()) != null) {
        repeated.add(new Repeated(key.text(), new Position(at.getLineNr(), at.getColumnNr())));
      }
    }
    return members.finish();
  }
}
