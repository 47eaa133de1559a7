package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.rego.builtin.BuiltinException;
import java.math.BigInteger;
import java.util.Arrays;

/// Reads the fields of a structure one after the other, with the errors of Go's `encoding/asn1`
/// where something else stands than the structure wants.
final class Asn1 {
  static final int INTEGER = 2;
  static final int SEQUENCE = 16;

  private static final String PARAMETERS =
      "{optional:false explicit:false application:false private:false defaultValue:<nil> tag:<nil>"
          + " stringType:0 timeType:0 set:false omitEmpty:false}";

  private final byte[] bytes;
  private int at;

  Asn1(byte[] bytes) {
    this.bytes = bytes;
  }

  /// What stands in front of an element's content.
  private record Header(int kind, int tag, boolean compound, int length, int next) {
    String text() {
      return "{class:"
          + kind
          + " tag:"
          + tag
          + " length:"
          + length
          + " isCompound:"
          + compound
          + "}";
    }
  }

  boolean isEmpty() {
    return at == bytes.length;
  }

  byte[] rest() {
    return Arrays.copyOfRange(bytes, at, bytes.length);
  }

  /// Whether an element of this class (0 universal, 2 by context) and tag comes next.
  boolean is(int kind, int tag) throws BuiltinException {
    if (isEmpty()) {
      return false;
    }
    var header = header();
    return header.kind == kind && header.tag == tag;
  }

  /// The content of the next field.
  ///
  /// @param tag its universal tag
  /// @param type the name of its Go type, for the error
  Asn1 field(int tag, String type) throws BuiltinException {
    return new Asn1(content(tag, type));
  }

  byte[] content(int tag, String type) throws BuiltinException {
    if (isEmpty()) {
      throw BuiltinException.failure("asn1: syntax error: sequence truncated");
    }
    var header = header();
    if (header.kind != 0
        || header.tag != tag
        || header.compound != (tag >= SEQUENCE && tag <= 17)) {
      throw BuiltinException.failure(
          "asn1: structure error: tags don't match (%d vs %s) %s %s @%d"
              .formatted(tag, header.text(), PARAMETERS, type, header.next));
    }
    return take(header);
  }

  /// The content of the next field, whatever it is.
  Asn1 any() throws BuiltinException {
    if (isEmpty()) {
      throw BuiltinException.failure("asn1: syntax error: sequence truncated");
    }
    return new Asn1(take(header()));
  }

  /// The next field with its header, whatever it is.
  byte[] element() throws BuiltinException {
    int start = at;
    any();
    return Arrays.copyOfRange(bytes, start, at);
  }

  BigInteger integer(String type) throws BuiltinException {
    byte[] content = content(INTEGER, type);
    if (content.length == 0) {
      throw BuiltinException.failure("asn1: structure error: empty integer");
    }
    if (content.length > 1
        && ((content[0] == 0 && content[1] >= 0) || (content[0] == -1 && content[1] < 0))) {
      throw BuiltinException.failure("asn1: structure error: integer not minimally-encoded");
    }
    return new BigInteger(content);
  }

  int smallInteger() throws BuiltinException {
    var number = integer("int");
    if (number.bitLength() > 31) {
      throw BuiltinException.failure("asn1: structure error: integer too large");
    }
    return number.intValue();
  }

  ObjectId oid() throws BuiltinException {
    return ObjectId.of(
        content(6, "ObjectIdentifier"), "asn1: syntax error: invalid object identifier");
  }

  BitString bits() throws BuiltinException {
    return BitString.of(
        content(3, "BitString"), "asn1: syntax error: invalid padding bits in BIT STRING");
  }

  AlgorithmId algorithm() throws BuiltinException {
    var sequence = field(SEQUENCE, "AlgorithmIdentifier");
    var oid = sequence.oid();
    return new AlgorithmId(oid, sequence.isEmpty() ? new byte[0] : sequence.element());
  }

  private byte[] take(Header header) throws BuiltinException {
    if (header.length > bytes.length - header.next) {
      throw BuiltinException.failure("asn1: syntax error: data truncated");
    }
    at = header.next + header.length;
    return Arrays.copyOfRange(bytes, header.next, at);
  }

  private Header header() throws BuiltinException {
    int first = bytes[at] & 0xff;
    int next = at + 1;
    int tag = first & 0x1f;
    if (tag == 0x1f) {
      tag = 0;
      int b = 0x80;
      while ((b & 0x80) != 0) {
        if (next == bytes.length || next > at + 4) {
          throw BuiltinException.failure("asn1: syntax error: truncated base 128 integer");
        }
        b = bytes[next++] & 0xff;
        tag = (tag << 7) | (b & 0x7f);
      }
      if (tag < 0x1f) {
        throw BuiltinException.failure("asn1: syntax error: non-minimal tag");
      }
    }
    boolean compound = (first & 0x20) != 0;
    if (next == bytes.length) {
      throw BuiltinException.failure("asn1: syntax error: truncated tag or length");
    }
    int length = bytes[next++] & 0xff;
    if (length < 0x80) {
      return new Header(first >> 6, tag, compound, length, next);
    }
    int size = length & 0x7f;
    if (size == 0) {
      throw BuiltinException.failure("asn1: syntax error: indefinite length found (not DER)");
    }
    length = 0;
    for (int i = 0; i < size; i++) {
      if (next == bytes.length) {
        throw BuiltinException.failure("asn1: syntax error: truncated tag or length");
      }
      if (length >= 1 << 23) {
        throw BuiltinException.failure("asn1: structure error: length too large");
      }
      length = (length << 8) | (bytes[next++] & 0xff);
      if (length == 0) {
        throw BuiltinException.failure(
            "asn1: structure error: superfluous leading zeros in length");
      }
    }
    if (length < 0x80) {
      throw BuiltinException.failure("asn1: structure error: non-minimal length");
    }
    return new Header(first >> 6, tag, compound, length, next);
  }
}
