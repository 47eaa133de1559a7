package dev.landwaiter.policy.input.text;

import dev.landwaiter.base.format.Positions;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.TextPlaces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A key with its value.
///
/// @param section it stands in, or empty
/// @param start where the value begins in the text
/// @param end behind the value
record Entry(String section, String key, String value, int start, int end) {

  /// An object of texts; the last of equal keys wins.
  static Value object(List<Entry> entries) {
    var members = new ObjectValue.Draft();
    entries.forEach(entry -> members.put(new StringValue(entry.key), new StringValue(entry.value)));
    return members.finish();
  }

  /// Finds the values of [#object] in the text they were read from.
  static Locator locator(String text, List<Entry> entries) {
    var places = new TextPlaces(text);
    return Locator.of(
        new Positions(places.span(0, text.length()), members(places, entries), List.of()));
  }

  static Map<String, Positions> members(TextPlaces places, List<Entry> entries) {
    Map<String, Positions> members = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Span span = places.span(entry.start, entry.end);
      members.put(entry.key, new Positions(span, Map.of(), List.of()));
    }
    return members;
  }
}
