package dev.landwaiter.policy.input.bom;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.Xml;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.GoNumbers;
import dev.landwaiter.policy.input.InputFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// CycloneDX in JSON, which stays as it is, or in XML, which becomes JSON.
public final class CyclonedxFormat implements InputFormat {
  private static final Set<String> VERSIONS =
      Set.of("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7");
  private static final List<String> LISTS =
      List.of(
          "components",
          "services",
          "externalReferences",
          "dependencies",
          "compositions",
          "properties",
          "vulnerabilities",
          "annotations",
          "formulation");

  @Override
  public String name() {
    return "cyclonedx";
  }

  @Override
  public Value read(String where, byte[] text) throws FormatException {
    if (isXml(text)) {
      return new CyclonedxXml(where).bom(Xml.parse(where, text));
    }
    Value value = Json.parse(where, text);
    if (!(value instanceof ObjectValue bom)) {
      throw wrong(where, "CycloneDX is an object in JSON, or XML");
    }
    check(where, bom);
    try {
      return GoNumbers.in(bom);
    } catch (ArithmeticException e) {
      throw wrong(where, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Locator locator(String where, byte[] text) {
    try {
      return isXml(text) ? Locator.START : Locator.of(Json.parseLocated(where, text).positions());
    } catch (FormatException e) {
      return Locator.START;
    }
  }

  private static boolean isXml(byte[] text) {
    for (byte b : text) {
      if (b == '<') {
        return true;
      }
      boolean passes = b == ' ' || b == '\t' || b == '\r' || b == '\n' || b < 0;
      if (!passes) {
        return false;
      }
    }
    return false;
  }

  /// Members that have a meaning in CycloneDX have the kind of value it gives them.
  private static void check(String where, ObjectValue bom) throws FormatException {
    Value version = bom.get("specVersion").orElse(NullValue.NULL);
    if (!(version instanceof NullValue) && !VERSIONS.contains(version.asText())) {
      throw wrong(where, "specVersion is no version of CycloneDX: " + version);
    }
    for (String name : List.of("bomFormat", "serialNumber", "$schema")) {
      expect(where, bom, name, StringValue.class, "a text");
    }
    expect(where, bom, "version", NumberValue.class, "a number");
    expect(where, bom, "metadata", ObjectValue.class, "an object");
    for (String name : LISTS) {
      expect(where, bom, name, ArrayValue.class, "a list");
    }
  }

  private static void expect(
      String where, ObjectValue bom, String name, Class<? extends Value> kind, String what)
      throws FormatException {
    Value value = bom.get(name).orElse(NullValue.NULL);
    if (!(value instanceof NullValue) && !kind.isInstance(value)) {
      throw wrong(where, name + " is " + what + " in CycloneDX");
    }
  }

  private static FormatException wrong(String where, String message) {
    return new FormatException(new Problem(where, Optional.empty(), message, ""));
  }
}
