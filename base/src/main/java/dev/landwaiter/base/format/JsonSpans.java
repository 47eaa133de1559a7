package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// Where the members of one object stand in a JSON text.
public final class JsonSpans {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonSpans() {}

  /// The members of the object at `path`, each from its key to the end of its value; none when
  /// there is no object.
  ///
  /// @param where the name of the input, for the problem
  /// @param path the keys that lead from the top to the object
  /// @throws FormatException when the text is no JSON up to the end of that object
  public static Map<String, Span> members(String where, byte[] text, List<String> path)
      throws FormatException {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      for (String key : path) {
        if (!enter(parser, key)) {
          return Map.of();
        }
      }
      return read(parser);
    } catch (StreamReadException e) {
      throw new FormatException(
          new Problem(where, Optional.empty(), "not valid JSON: " + e.getOriginalMessage(), ""));
    }
  }

  private static boolean enter(JsonParser parser, String key) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean found = parser.currentName().equals(key);
      parser.nextToken();
      if (found) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private static Map<String, Span> read(JsonParser parser) {
    Map<String, Span> spans = new LinkedHashMap<>();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return spans;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      Position start = position(parser.currentTokenLocation());
      parser.nextToken();
      parser.skipChildren();
      spans.put(key, new Span(start, position(parser.currentLocation())));
    }
    return spans;
  }

  private static Position position(TokenStreamLocation at) {
    return new Position(at.getLineNr(), at.getColumnNr());
  }
}
