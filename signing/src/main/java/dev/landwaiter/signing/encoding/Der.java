package dev.landwaiter.signing.encoding;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// One element of a DER encoding (X.690, 10): tag, content, and all its bytes as they came.
///
/// @param tag the identifier octet, such as 0x30 for a SEQUENCE
/// @param whole identifier, length and content
/// @param content without identifier and length
public record Der(int tag, Bytes whole, Bytes content) {
  public static final int BOOLEAN = 0x01;
  public static final int INTEGER = 0x02;
  public static final int BIT_STRING = 0x03;
  public static final int OCTET_STRING = 0x04;
  public static final int NULL = 0x05;
  public static final int OBJECT_ID = 0x06;
  public static final int UTF8_STRING = 0x0c;
  public static final int SEQUENCE = 0x30;
  public static final int SET = 0x31;

  private static final int MOST = 10_000;

  /// The one element that these bytes are.
  ///
  /// @param what it is, for messages
  /// @throws RefusedException with PARSE when it is broken, not DER, or followed by more
  public static Der only(String what, Bytes bytes) throws RefusedException {
    List<Der> all = all(what, bytes);
    if (all.size() != 1) {
      throw broken(what, all.isEmpty() ? "nothing is there" : "more follows after its end");
    }
    return all.getFirst();
  }

  /// The elements that follow one another in these bytes.
  public static List<Der> all(String what, Bytes bytes) throws RefusedException {
    List<Der> all = new ArrayList<>();
    for (int at = 0; at < bytes.size(); ) {
      Der next = at(what, bytes, at);
      all.add(next);
      at += next.whole.size();
      if (all.size() > MOST) {
        throw new RefusedException(FailureClass.LIMIT, what + ": more than 10000 elements");
      }
    }
    return all;
  }

  /// The elements inside this one.
  public List<Der> inner(String what) throws RefusedException {
    return all(what, content);
  }

  /// This element, which must have that tag.
  public Der require(int wanted, String what) throws RefusedException {
    if (tag != wanted) {
      throw broken(what, "tag 0x%02x instead of 0x%02x".formatted(tag, wanted));
    }
    return this;
  }

  /// An object identifier in dotted form.
  public String objectId(String what) throws RefusedException {
    require(OBJECT_ID, what);
    var text = new StringBuilder();
    long arc = 0;
    boolean begun = false;
    for (int i = 0; i < content.size(); i++) {
      int octet = content.at(i);
      if (arc > (Long.MAX_VALUE >> 8) || (!begun && octet == 0x80)) {
        throw broken(what, "an arc that is too large or not in its shortest form");
      }
      begun = true;
      arc = (arc << 7) | (octet & 0x7f);
      if ((octet & 0x80) == 0) {
        if (text.isEmpty()) {
          long first = Math.min(arc / 40, 2);
          text.append(first).append('.').append(arc - first * 40);
        } else {
          text.append('.').append(arc);
        }
        arc = 0;
        begun = false;
      }
    }
    if (text.isEmpty() || begun) {
      throw broken(what, "an object identifier without its end");
    }
    return text.toString();
  }

  /// An INTEGER in its shortest form.
  public BigInteger integer(String what) throws RefusedException {
    require(INTEGER, what);
    boolean padded =
        content.size() > 1
            && ((content.at(0) == 0 && content.at(1) < 0x80)
                || (content.at(0) == 0xff && content.at(1) >= 0x80));
    if (content.isEmpty() || padded) {
      throw broken(what, "a number that is not in its shortest form");
    }
    return new BigInteger(content.toArray());
  }

  /// True or false.
  public boolean bool(String what) throws RefusedException {
    require(BOOLEAN, what);
    if (content.size() != 1 || (content.at(0) != 0 && content.at(0) != 0xff)) {
      throw broken(what, "a truth value that is neither 0x00 nor 0xff");
    }
    return content.at(0) != 0;
  }

  /// The octets of a BIT STRING whose bits fill them.
  public Bytes octets(String what) throws RefusedException {
    require(BIT_STRING, what);
    if (content.isEmpty() || content.at(0) != 0) {
      throw broken(what, "bits that do not fill their octets");
    }
    return content.slice(1, content.size());
  }

  /// An INTEGER above zero in its shortest form.
  public BigInteger positive(String what) throws RefusedException {
    require(INTEGER, what);
    boolean shortest =
        content.size() == 1
            || (content.size() > 1 && (content.at(0) != 0 || content.at(1) >= 0x80));
    if (!shortest || content.at(0) >= 0x80 || (content.size() == 1 && content.at(0) == 0)) {
      throw broken(what, "a number that is not positive or not in its shortest form");
    }
    return new BigInteger(content.toArray());
  }

  /// An element of this tag around these bytes.
  public static Bytes encode(int tag, Bytes content) {
    int size = content.size();
    byte[] head;
    if (size < 0x80) {
      head = new byte[] {(byte) tag, (byte) size};
    } else {
      int octets = (39 - Integer.numberOfLeadingZeros(size)) / 8;
      head = new byte[2 + octets];
      head[0] = (byte) tag;
      head[1] = (byte) (0x80 | octets);
      for (int i = 0; i < octets; i++) {
        head[2 + i] = (byte) (size >> (8 * (octets - 1 - i)));
      }
    }
    return Bytes.of(head).plus(content);
  }

  private static Der at(String what, Bytes bytes, int at) throws RefusedException {
    int tag = bytes.at(at);
    if ((tag & 0x1f) == 0x1f) {
      throw broken(what, "a tag of several octets");
    }
    if (at + 1 >= bytes.size()) {
      throw broken(what, "it ends within an element");
    }
    int first = bytes.at(at + 1);
    int head = 2;
    long length = first;
    if (first >= 0x80) {
      int octets = first & 0x7f;
      if (octets == 0 || octets > 4 || at + 2 + octets > bytes.size()) {
        throw broken(what, "a length that is indefinite, too long or cut off");
      }
      length = 0;
      for (int i = 0; i < octets; i++) {
        length = (length << 8) | bytes.at(at + 2 + i);
      }
      if (length < 0x80 || length < (1L << (8 * (octets - 1)))) {
        throw broken(what, "a length that is not in its shortest form");
      }
      head += octets;
    }
    if (at + head + length > bytes.size()) {
      throw broken(what, "it ends within an element");
    }
    int end = at + head + (int) length;
    return new Der(tag, bytes.slice(at, end), bytes.slice(at + head, end));
  }

  private static RefusedException broken(String what, String why) {
    return new RefusedException(FailureClass.PARSE, what + " is not valid DER: " + why);
  }
}
