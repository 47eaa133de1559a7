package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.InputFormat;
import dev.landwaiter.policy.input.Placed;
import dev.landwaiter.policy.input.SourceText;

/// The first version of HCL, and its JSON form when the file begins with a brace.
public final class Hcl1Format implements InputFormat {
  @Override
  public String name() {
    return "hcl1";
  }

  @Override
  public Value read(String where, byte[] text) throws FormatException {
    return placed(source(where, text)).value();
  }

  @Override
  public Locator locator(String where, byte[] text) {
    try {
      SourceText source = source(where, text);
      return Locator.of(placed(source).positions(source));
    } catch (FormatException e) {
      return Locator.START;
    }
  }

  private static SourceText source(String where, byte[] text) throws FormatException {
    return new SourceText(where, InputText.read(where, text).replace("\r\n", "\n"));
  }

  private static Placed placed(SourceText source) throws FormatException {
    Hcl1Node.Braces file =
        source.text().stripLeading().startsWith("{")
            ? new Hcl1Json(source).file()
            : new Hcl1Parser(source).file();
    return new Hcl1Decoder(source).file(file);
  }
}
