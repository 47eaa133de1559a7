package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.rego.builtin.BuiltinException;
import java.math.BigInteger;
import java.util.Arrays;

/// Reads DER (X.690) strictly, one element after the other: tags below 31, definite lengths in
/// their shortest form. Each method takes the message of the error it fails with.
final class Der {
  static final int BOOLEAN = 1;
  static final int INTEGER = 2;
  static final int BIT_STRING = 3;
  static final int OCTET_STRING = 4;
  static final int NULL = 5;
  static final int OID = 6;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  /// Bit of a tag that belongs to its context.
  static final int CONTEXT = 0x80;

  static final int CONSTRUCTED = 0x20;

  private final byte[] bytes;
  private int at;
  private final int end;

  Der(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private Der(byte[] bytes, int at, int end) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  boolean isEmpty() {
    return at == end;
  }

  /// Whether an element with this tag comes next.
  boolean is(int tag) {
    return at < end && (bytes[at] & 0xff) == tag;
  }

  /// The tag of what comes next.
  int tag(String error) throws BuiltinException {
    if (isEmpty()) {
      throw BuiltinException.failure(error);
    }
    return bytes[at] & 0xff;
  }

  /// What has not been read yet.
  byte[] rest() {
    return Arrays.copyOfRange(bytes, at, end);
  }

  /// The next element with its header.
  Der element(int tag, String error) throws BuiltinException {
    int start = at;
    content(tag, error);
    return new Der(bytes, start, at);
  }

  /// The content of the next element.
  Der content(int tag, String error) throws BuiltinException {
    if (!is(tag) || (tag & 0x1f) == 0x1f || end - at < 2) {
      throw BuiltinException.failure(error);
    }
    int first = bytes[at + 1] & 0xff;
    int header = 2;
    long length = first;
    if (first >= 0x80) {
      int size = first & 0x7f;
      header += size;
      if (size == 0 || size > 4 || end - at < header) {
        throw BuiltinException.failure(error);
      }
      length = 0;
      for (int i = 0; i < size; i++) {
        length = (length << 8) | (bytes[at + 2 + i] & 0xff);
      }
      if (length < 0x80 || length >>> ((size - 1) * 8) == 0) {
        throw BuiltinException.failure(error);
      }
    }
    if (length > end - at - header) {
      throw BuiltinException.failure(error);
    }
    int start = at + header;
    at = start + (int) length;
    return new Der(bytes, start, at);
  }

  /// Reads over an element with this tag, if there is one.
  void skip(int tag, String error) throws BuiltinException {
    if (is(tag)) {
      content(tag, error);
    }
  }

  BigInteger integer(String error) throws BuiltinException {
    return integer(INTEGER, error);
  }

  BigInteger integer(int tag, String error) throws BuiltinException {
    byte[] content = content(tag, error).rest();
    if (content.length == 0
        || (content.length > 1
            && ((content[0] == 0 && content[1] >= 0) || (content[0] == -1 && content[1] < 0)))) {
      throw BuiltinException.failure(error);
    }
    return new BigInteger(content);
  }

  /// An integer of 32 bits.
  int smallInteger(int tag, String error) throws BuiltinException {
    var number = integer(tag, error);
    if (number.bitLength() > 31) {
      throw BuiltinException.failure(error);
    }
    return number.intValue();
  }

  boolean flag(String error) throws BuiltinException {
    byte[] content = content(BOOLEAN, error).rest();
    if (content.length != 1 || (content[0] != 0 && content[0] != -1)) {
      throw BuiltinException.failure(error);
    }
    return content[0] != 0;
  }

  BitString bits(String error) throws BuiltinException {
    return BitString.of(content(BIT_STRING, error).rest(), error);
  }

  ObjectId oid(int tag, String error) throws BuiltinException {
    return ObjectId.of(content(tag, error).rest(), error);
  }

  ObjectId oid(String error) throws BuiltinException {
    return oid(OID, error);
  }
}
