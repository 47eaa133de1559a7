package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.GoDouble;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.policy.input.SourceText;

/// Numbers of HCL, which policies get as floats of 64 bits.
final class HclNumber {
  private HclNumber() {}

  /// @param from where it stands, for the problem
  static NumberValue of(SourceText source, String text, int from) throws FormatException {
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      throw source.wrong(from, "a number too large for a float of 64 bits", "");
    }
    return NumberValue.of(GoDouble.text(number));
  }

  static NumberValue negated(NumberValue number) {
    String text = number.text();
    return NumberValue.of(text.startsWith("-") ? text.substring(1) : "-" + text);
  }
}
