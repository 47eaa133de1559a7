package dev.landwaiter.policy.input.text;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.format.Positions;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.GoScalar;
import dev.landwaiter.policy.input.InputFormat;
import dev.landwaiter.policy.input.TextPlaces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// INI as Go's `go-ini` reads it: an object of sections, whose values are numbers, booleans or
/// texts by their looks. Keys before the first section are left out.
public final class IniFormat implements InputFormat {
  @Override
  public String name() {
    return "ini";
  }

  @Override
  public Value read(String where, byte[] bytes) throws FormatException {
    String text = LineText.read(where, bytes);
    var sections = new ObjectValue.Draft();
    for (Map.Entry<String, List<Entry>> section : new IniReader(where, text).read().entrySet()) {
      var members = new ObjectValue.Draft();
      for (Entry entry : section.getValue()) {
        members.put(new StringValue(entry.key()), value(where, text, entry));
      }
      sections.put(new StringValue(section.getKey()), members.finish());
    }
    return sections.finish();
  }

  private static Value value(String where, String text, Entry entry) throws FormatException {
    Optional<Value> value = GoScalar.of(entry.value());
    if (value.isEmpty()) {
      throw InputText.wrong(
          where,
          new TextPlaces(text).at(entry.start()),
          "the value of " + entry.key() + " is " + entry.value() + ", a number JSON does not have",
          "");
    }
    return value.get();
  }

  @Override
  public Locator locator(String where, byte[] bytes) {
    try {
      String text = LineText.read(where, bytes);
      var places = new TextPlaces(text);
      Map<String, Positions> sections = new LinkedHashMap<>();
      new IniReader(where, text)
          .read()
          .forEach((name, entries) -> {
            var members = Entry.members(places, entries);
            int start = entries.isEmpty() ? 0 : entries.getFirst().start();
            int end = entries.isEmpty() ? 0 : entries.getLast().end();
            sections.put(name, new Positions(places.span(start, end), members, List.of()));
          });
      return Locator.of(new Positions(places.span(0, text.length()), sections, List.of()));
    } catch (FormatException e) {
      return Locator.START;
    }
  }
}
