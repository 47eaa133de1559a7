package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.InputFormat;
import dev.landwaiter.policy.input.Placed;
import dev.landwaiter.policy.input.SourceText;

/// HCL's native syntax (the specification of HCL 2), as in files of Terraform.
public final class Hcl2Format implements InputFormat {
  @Override
  public String name() {
    return "hcl2";
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
    return new Hcl2Shape(source).body(new HclBodies(source).file());
  }
}
