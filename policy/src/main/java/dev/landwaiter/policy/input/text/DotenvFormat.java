package dev.landwaiter.policy.input.text;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.InputFormat;

/// Environment files: an object of texts. References to variables are replaced by what the file
/// itself says before them, and never by the environment of this process.
public final class DotenvFormat implements InputFormat {
  @Override
  public String name() {
    return "dotenv";
  }

  @Override
  public Value read(String where, byte[] bytes) throws FormatException {
    return Entry.object(new DotenvReader(where, LineText.read(where, bytes)).read());
  }

  @Override
  public Locator locator(String where, byte[] bytes) {
    try {
      String text = LineText.read(where, bytes);
      return Entry.locator(text, new DotenvReader(where, text).read());
    } catch (FormatException e) {
      return Locator.START;
    }
  }
}
