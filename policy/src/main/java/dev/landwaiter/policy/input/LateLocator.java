package dev.landwaiter.policy.input;

import dev.landwaiter.policy.Locator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads the places of a file's nodes once, when somebody asks.
final class LateLocator implements Supplier<Locator> {
  private final String file;
  private final byte[] text;
  private final InputFormat format;
  private @Nullable Locator known;

  LateLocator(String file, byte[] text, InputFormat format) {
    this.file = file;
    this.text = text;
    this.format = format;
  }

  @Override
  public synchronized Locator get() {
    Locator locator = known;
    if (locator == null) {
      locator = format.locator(file, text);
      known = locator;
    }
    return locator;
  }
}
