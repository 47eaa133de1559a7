package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// TOML 1.1 to [Value]: dates and times become texts (RFC 3339), floats take their shortest form.
///
/// Only the start of each node is known: a span ends where its last node starts.
public final class Toml {
  private static final int SIZE_LIMIT = 64 << 20;

  /// What becomes of dates and times without a zone.
  public enum Times {
    /// They stay as they are written.
    LOCAL,
    /// They become whole moments, as if of the zone UTC: a date is its midnight, a time one of the
    /// year 0.
    WHOLE
  }

  private final String where;
  private final Times times;

  private Toml(String where, Times times) {
    this.where = where;
    this.times = times;
  }

  /// Reads one text in UTF-8.
  ///
  /// @throws FormatException when it is no TOML, has an infinity or not-a-number, or is larger than
  ///   64 MiB or nested deeper than 512
  public static Value parse(String where, byte[] text) throws FormatException {
    return parseLocated(where, text).root();
  }

  /// As [#parse] does, with the place of each node.
  public static Located parseLocated(String where, byte[] text) throws FormatException {
    return parseLocated(where, text, Times.LOCAL);
  }

  /// As [#parseLocated(String, byte[])] does, with a choice about dates and times.
  public static Located parseLocated(String where, byte[] text, Times times)
      throws FormatException {
    InputText.checkSize(where, text, SIZE_LIMIT);
    var options = TomlParseOptions.sourceless().withMaxNestingDepth(InputText.DEPTH_LIMIT);
    String characters = InputText.decode(where, text);
    int deep = TomlDepth.beyond(characters, InputText.DEPTH_LIMIT);
    if (deep >= 0) {
      byte[] before = characters.substring(0, deep).getBytes(StandardCharsets.UTF_8);
      Position at = InputText.positionAt(before, before.length);
      throw InputText.wrong(where, at, "nested deeper than " + InputText.DEPTH_LIMIT, "");
    }
    var result = org.tomlj.Toml.parse(characters, options);
    if (result.hasErrors()) {
      TomlParseError first = result.errors().getFirst();
      throw InputText.wrong(
          where,
          position(first.position(), Position.START),
          "not valid TOML: " + first.getMessage(),
          "");
    }
    return new Toml(where, times).table(result, Position.START);
  }

  private Located node(Object value, Position at) throws FormatException {
    return switch (value) {
      case TomlTable table -> table(table, at);
      case TomlArray array -> array(array, at);
      default -> new Located(scalar(value, at), Positions.of(new Span(at, at)));
    };
  }

  private Value scalar(Object value, Position at) throws FormatException {
    return switch (value) {
      case String text -> new StringValue(text);
      case Long number -> NumberValue.of(number);
      case Boolean flag -> Value.of(flag);
      case Double number when Double.isFinite(number) -> NumberValue.of(GoDouble.text(number));
      case Double number ->
          throw InputText.wrong(where, at, "JSON has no number for " + number, "");
      case OffsetDateTime time -> Value.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
      case LocalDateTime time -> local("", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time), "Z");
      case LocalDate date -> local("", date.toString(), "T00:00:00Z");
      case LocalTime time ->
          local("0000-01-01T", DateTimeFormatter.ISO_LOCAL_TIME.format(time), "Z");
      default -> throw new IllegalStateException("no type of TOML: " + value.getClass());
    };
  }

  private Value local(String before, String time, String after) {
    return Value.of(times == Times.WHOLE ? before + time + after : time);
  }

  private Located table(TomlTable table, Position at) throws FormatException {
    Map<Value, Value> members = new LinkedHashMap<>();
    Map<String, Positions> positions = new LinkedHashMap<>();
    Position end = at;
    for (Map.Entry<String, Object> entry : table.entrySet()) {
      String key = entry.getKey();
      Position here = position(table.inputPositionOf(List.of(key)), at);
      Located member = node(entry.getValue(), here);
      members.put(new StringValue(key), member.root());
      positions.put(key, member.positions());
      end = later(end, member.positions().end());
    }
    return new Located(
        new ObjectValue(members), new Positions(new Span(at, end), positions, List.of()));
  }

  private Located array(TomlArray array, Position at) throws FormatException {
    List<Value> elements = new ArrayList<>();
    List<Positions> positions = new ArrayList<>();
    Position end = at;
    for (int i = 0; i < array.size(); i++) {
      Position here = position(array.inputPositionOf(i), at);
      Located element = node(array.get(i), here);
      elements.add(element.root());
      positions.add(element.positions());
      end = later(end, element.positions().end());
    }
    return new Located(
        new ArrayValue(elements), new Positions(new Span(at, end), Map.of(), positions));
  }

  private static Position later(Position left, Position right) {
    return left.compareTo(right) >= 0 ? left : right;
  }

  private static Position position(@Nullable TomlPosition position, Position unknown) {
    return position == null ? unknown : new Position(position.line(), position.column());
  }
}
