package dev.landwaiter.policy.input.bom;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.InputFormat;
import dev.landwaiter.policy.input.Placed;
import dev.landwaiter.policy.input.SourceText;

/// SPDX 2.1 to 2.3 in its tag-value format, in the shape of its JSON format.
public final class SpdxFormat implements InputFormat {
  @Override
  public String name() {
    return "spdx";
  }

  @Override
  public Value read(String where, byte[] text) throws FormatException {
    return placed(new SourceText(where, InputText.read(where, text))).value();
  }

  @Override
  public Locator locator(String where, byte[] text) {
    try {
      var source = new SourceText(where, InputText.read(where, text));
      return Locator.of(placed(source).positions(source));
    } catch (FormatException e) {
      return Locator.START;
    }
  }

  private static Placed placed(SourceText source) throws FormatException {
    return new SpdxReader(source).document(SpdxTag.all(source));
  }
}
