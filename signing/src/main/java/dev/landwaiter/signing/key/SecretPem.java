package dev.landwaiter.signing.key;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// A PEM block whose content is secret: it never becomes a text.
final class SecretPem {
  private static final int MOST = 16;
  private static final byte[] BEGIN = "-----BEGIN ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DASHES = "-----".getBytes(StandardCharsets.US_ASCII);

  private final String label;
  private final byte[] content;

  private SecretPem(String label, byte[] content) {
    this.label = label;
    this.content = content;
  }

  /// Such as `EC PRIVATE KEY`.
  String label() {
    return label;
  }

  /// Decoded; whoever takes it wipes it.
  byte[] content() {
    return content;
  }

  /// The first block of a file that is no `EC PARAMETERS`; text around it is passed over.
  ///
  /// @throws RefusedException with PARSE when there is no block or one is broken
  static SecretPem read(String where, byte[] text) throws RefusedException {
    List<String> passed = new ArrayList<>();
    int at = next(text, 0);
    while (at >= 0 && passed.size() < MOST) {
      int labelEnd = find(text, DASHES, at + BEGIN.length);
      if (labelEnd < 0 || labelEnd > at + 80) {
        break;
      }
      String label = ascii(text, at + BEGIN.length, labelEnd);
      byte[] mark = ("-----END " + label + "-----").getBytes(StandardCharsets.US_ASCII);
      int close = find(text, mark, labelEnd);
      if (close < 0) {
        throw broken(where, "the PEM block '" + label + "' has no end");
      }
      if (!label.equals("EC PARAMETERS")) {
        return new SecretPem(label, decode(where, text, labelEnd + DASHES.length, close));
      }
      passed.add(label);
      at = next(text, close + mark.length);
    }
    throw broken(where, "no private key in PEM form is there");
  }

  private static int next(byte[] text, int from) {
    int at = find(text, BEGIN, from);
    while (at > 0 && text[at - 1] != '\n' && text[at - 1] != '\r') {
      at = find(text, BEGIN, at + 1);
    }
    return at;
  }

  private static int find(byte[] text, byte[] what, int from) {
    for (int at = from; at <= text.length - what.length; at++) {
      if (Arrays.equals(text, at, at + what.length, what, 0, what.length)) {
        return at;
      }
    }
    return -1;
  }

  private static String ascii(byte[] text, int from, int to) throws RefusedException {
    var label = new StringBuilder();
    for (int i = from; i < to; i++) {
      boolean fine = text[i] == ' ' || (text[i] >= '0' && text[i] <= 'Z');
      if (!fine) {
        throw broken("the key", "a PEM block begins without its label");
      }
      label.append((char) text[i]);
    }
    return label.toString();
  }

  private static byte[] decode(String where, byte[] text, int from, int to)
      throws RefusedException {
    byte[] dense = new byte[to - from];
    int size = 0;
    for (int i = from; i < to; i++) {
      if (text[i] == ':') {
        Arrays.fill(dense, (byte) 0);
        throw broken(where, "headers in the PEM block: OpenSSL's old encryption is not read");
      }
      if (text[i] != '\n' && text[i] != '\r' && text[i] != ' ' && text[i] != '\t') {
        dense[size++] = text[i];
      }
    }
    byte[] exact = Arrays.copyOf(dense, size);
    Arrays.fill(dense, (byte) 0);
    try {
      return Base64.getDecoder().decode(exact);
    } catch (IllegalArgumentException e) {
      throw broken(where, "the PEM block is not valid Base64");
    } finally {
      Arrays.fill(exact, (byte) 0);
    }
  }

  private static RefusedException broken(String where, String why) {
    return new RefusedException(FailureClass.PARSE, where + ": " + why);
  }

  /// Never the content.
  @Override
  public String toString() {
    return "PEM block '" + label + "'";
  }
}
