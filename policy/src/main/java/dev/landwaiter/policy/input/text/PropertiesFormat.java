package dev.landwaiter.policy.input.text;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.InputFormat;
import java.util.List;

/// Java's properties: an object of texts. References such as `${key}` stay as they are, but must
/// not lead in circles.
public final class PropertiesFormat implements InputFormat {
  @Override
  public String name() {
    return "properties";
  }

  @Override
  public Value read(String where, byte[] bytes) throws FormatException {
    String text = LineText.read(where, bytes);
    List<Entry> entries = new PropertiesReader(where, text).read();
    PropertyReferences.check(where, text, entries);
    return Entry.object(entries);
  }

  @Override
  public Locator locator(String where, byte[] bytes) {
    try {
      String text = LineText.read(where, bytes);
      return Entry.locator(text, new PropertiesReader(where, text).read());
    } catch (FormatException e) {
      return Locator.START;
    }
  }
}
