package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Toml;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.InputFormat;

/// TOML 1.1, with dates and times as texts in the form of RFC 3339. They end in `Z` where the file
/// tells no zone.
public final class TomlFormat implements InputFormat {
  @Override
  public String name() {
    return "toml";
  }

  @Override
  public Value read(String where, byte[] text) throws FormatException {
    return Toml.parseLocated(where, text, Toml.Times.WHOLE).root();
  }

  @Override
  public Locator locator(String where, byte[] text) {
    try {
      return Locator.of(Toml.parseLocated(where, text, Toml.Times.WHOLE).positions());
    } catch (FormatException e) {
      return Locator.START;
    }
  }
}
