package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/// Reads JSON with the place of each node; tokens come in the order of the text, so that lines and
/// columns are counted in one pass over it.
final class LocatedJson {
  private final JsonParser parser;
  private final byte[] text;
  private int at;
  private int line = 1;
  private int column = 1;

  LocatedJson(JsonParser parser, byte[] text) {
    this.parser = parser;
    this.text = text;
  }

  Located read() {
    Position start = position(parser.currentTokenLocation());
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(start);
      case START_ARRAY -> array(start);
      case null -> new Located(Json.scalar(parser), Positions.of(new Span(start, start)));
      default -> {
        Value value = Json.scalar(parser);
        yield new Located(value, Positions.of(upToHere(start)));
      }
    };
  }

  private Located object(Position start) {
    Map<Value, Value> members = new LinkedHashMap<>();
    Map<String, Positions> positions = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      Located member = read();
      members.put(new StringValue(key), member.root());
      positions.put(key, member.positions());
    }
    return new Located(
        new ObjectValue(members), new Positions(upToHere(start), positions, List.of()));
  }

  private Located array(Position start) {
    List<Value> elements = new ArrayList<>();
    List<Positions> positions = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Located element = read();
      elements.add(element.root());
      positions.add(element.positions());
    }
    return new Located(
        new ArrayValue(elements), new Positions(upToHere(start), Map.of(), positions));
  }

  private Span upToHere(Position start) {
    return new Span(start, position(parser.currentLocation()));
  }

  private Position position(TokenStreamLocation location) {
    long offset = location.getByteOffset();
    if (offset < 0) {
      // Text in UTF-16 or UTF-32 is decoded before the parser sees it.
      return new Position(location.getLineNr(), location.getColumnNr());
    }
    for (; at < offset && at < text.length; at++) {
      if (text[at] == '\n') {
        line++;
        column = 1;
      } else if ((text[at] & 0xc0) != 0x80) {
        column++;
      }
    }
    return new Position(line, column);
  }
}
