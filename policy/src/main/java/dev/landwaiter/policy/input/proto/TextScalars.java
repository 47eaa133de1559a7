package dev.landwaiter.policy.input.proto;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.GoDouble;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.input.proto.ProtoToken.Kind;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// Reads scalars of the text format as they are in JSON: integers of 64 bits are texts, bytes are
/// in base64.
record TextScalars(ProtoScanner scanner) {
  private static final int MOST_DIGITS = 400;

  /// @param kind of the field: a scalar of schemas
  TextPart.Scalar read(String kind) throws FormatException {
    int from = scanner.token().from();
    return switch (kind) {
      case "string", "bytes" -> text(kind, from);
      case "bool" -> flag(from);
      case "double", "float" -> decimal(kind.equals("float"), from);
      default -> integer(kind, from);
    };
  }

  /// What a field has that is not there.
  static Value zero(String kind) {
    return switch (kind) {
      case "string", "bytes" -> new StringValue("");
      case "bool" -> Value.of(false);
      case "int64", "uint64", "sint64", "fixed64", "sfixed64" -> new StringValue("0");
      default -> Value.of(0);
    };
  }

  private TextPart.Scalar text(String kind, int from) throws FormatException {
    if (!scanner.token().is(Kind.TEXT)) {
      throw wrong("a text in quotes");
    }
    var latin = new StringBuilder();
    int to = from;
    while (scanner.token().is(Kind.TEXT)) {
      to = scanner.token().to();
      latin.append(scanner.next().text());
    }
    byte[] bytes = latin.toString().getBytes(StandardCharsets.ISO_8859_1);
    String value;
    if (kind.equals("bytes")) {
      value = Base64.getEncoder().encodeToString(bytes);
    } else {
      try {
        value = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        throw scanner.source.wrong(from, "a text that is not valid UTF-8", "");
      }
    }
    return new TextPart.Scalar(new StringValue(value), value.isEmpty(), from, to);
  }

  private TextPart.Scalar flag(int from) throws FormatException {
    ProtoToken token = scanner.token();
    boolean value =
        switch (token.text()) {
          case "true", "True", "t", "1", "0x1", "01" -> true;
          case "false", "False", "f", "0", "0x0", "00" -> false;
          default -> throw wrong("true or false");
        };
    if (token.is(Kind.TEXT)) {
      throw wrong("true or false");
    }
    scanner.next();
    return new TextPart.Scalar(Value.of(value), !value, from, token.to());
  }

  private FormatException wrong(String what) {
    return scanner.wrong(what + " was expected" + scanner.found());
  }

  private TextPart.Scalar integer(String kind, int from) throws FormatException {
    BigInteger number = integer();
    boolean unsigned = kind.startsWith("u") || kind.startsWith("fixed");
    boolean wide = kind.endsWith("64");
    boolean fits =
        unsigned
            ? number.signum() >= 0 && number.bitLength() <= (wide ? 64 : 32)
            : number.bitLength() < (wide ? 64 : 32);
    if (!fits) {
      throw scanner.source.wrong(from, number + " is out of the range of " + kind, "");
    }
    Value value = wide ? new StringValue(number.toString()) : Value.of(number.longValueExact());
    return new TextPart.Scalar(value, number.signum() == 0, from, scanner.end());
  }

  /// A decimal, octal or hexadecimal integer.
  BigInteger integer() throws FormatException {
    boolean negative = scanner.pass("-");
    ProtoToken token = scanner.token();
    String text = token.text();
    try {
      if (token.is(Kind.NUMBER) && text.length() <= MOST_DIGITS) {
        boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
        boolean octal = !hexadecimal && text.length() > 1 && text.startsWith("0");
        var number =
            new BigInteger(
                hexadecimal ? text.substring(2) : text, hexadecimal ? 16 : octal ? 8 : 10);
        scanner.next();
        return negative ? number.negate() : number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw wrong("an integer");
  }

  private TextPart.Scalar decimal(boolean single, int from) throws FormatException {
    boolean negative = scanner.pass("-");
    ProtoToken token = scanner.token();
    double number = negative ? -size(token, single) : size(token, single);
    scanner.next();
    Value value;
    if (Double.isNaN(number)) {
      value = new StringValue("NaN");
    } else if (Double.isInfinite(number)) {
      value = new StringValue(number > 0 ? "Infinity" : "-Infinity");
    } else {
      value = NumberValue.of(GoDouble.text(number));
    }
    boolean isZero = number == 0 && !negative;
    return new TextPart.Scalar(value, isZero, from, token.to());
  }

  private double size(ProtoToken token, boolean single) throws FormatException {
    String text = token.text().toLowerCase(Locale.ROOT);
    if (token.is(Kind.NAME)) {
      return switch (text) {
        case "inf", "infinity" -> Double.POSITIVE_INFINITY;
        case "nan" -> Double.NaN;
        default -> throw wrong("a number");
      };
    }
    boolean octal =
        text.length() > 1 && text.startsWith("0") && text.chars().allMatch(Character::isDigit);
    if (!token.is(Kind.NUMBER) || text.startsWith("0x") || octal || text.endsWith("d")) {
      throw wrong("a decimal number");
    }
    String digits = text.endsWith("f") ? text.substring(0, text.length() - 1) : text;
    try {
      // The shortest digits of the small float, as they are in JSON.
      return single
          ? Double.parseDouble(Float.toString(Float.parseFloat(digits)))
          : Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      throw wrong("a number");
    }
  }

  /// A value of an enumeration, by name or number.
  TextPart.Scalar enumeration(ProtoType.Enumeration type) throws FormatException {
    int from = scanner.token().from();
    ProtoToken token = scanner.token();
    int number;
    if (token.is(Kind.NAME)) {
      Integer known = type.numbers().get(token.text());
      if (known == null) {
        throw scanner.wrong(token.text() + " is no value of " + type.fullName());
      }
      number = known;
      scanner.next();
    } else {
      BigInteger written = integer();
      if (written.bitLength() > 31) {
        throw scanner.source.wrong(from, written + " is out of the range of int32", "");
      }
      number = written.intValueExact();
    }
    return new TextPart.Scalar(shown(type, number), number == 0, from, scanner.end());
  }

  /// A value of an enumeration in JSON: its name, or its number when it has none.
  static Value shown(ProtoType.Enumeration type, int number) {
    if (type.fullName().equals("google.protobuf.NullValue")) {
      return NullValue.NULL;
    }
    String name = type.names().get(number);
    return name == null ? Value.of(number) : new StringValue(name);
  }
}
