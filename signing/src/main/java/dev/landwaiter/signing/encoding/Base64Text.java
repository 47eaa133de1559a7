package dev.landwaiter.signing.encoding;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.Base64;

/// Base64 (RFC 4648), read strictly unless said otherwise.
public final class Base64Text {
  private Base64Text() {}

  /// Standard alphabet with padding and without line breaks.
  ///
  /// @param what it is, for the message
  public static Bytes strict(String what, String text) throws RefusedException {
    return decode(what, text, false, true);
  }

  /// Either alphabet, with or without padding: the JSON mapping of protocol buffers.
  public static Bytes proto(String what, String text) throws RefusedException {
    String standard = text.replace('-', '+').replace('_', '/');
    return decode(what, standard, false, text.endsWith("="));
  }

  /// Standard alphabet; line breaks and white space at the ends are passed over, as files have
  /// them.
  public static Bytes file(String what, String text) throws RefusedException {
    return strict(what, text.strip().replace("\r", "").replace("\n", ""));
  }

  /// The alphabet for addresses, without padding (RFC 7515, 2).
  public static Bytes url(String what, String text) throws RefusedException {
    if (text.contains("=")) {
      throw broken(what);
    }
    return decode(what, text, true, false);
  }

  private static Bytes decode(String what, String text, boolean url, boolean padded)
      throws RefusedException {
    try {
      if (padded && text.length() % 4 != 0) {
        throw broken(what);
      }
      byte[] content = (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
      // Bits that no byte uses must be zero, else one content has several spellings.
      var encoder = (url ? Base64.getUrlEncoder() : Base64.getEncoder()).withoutPadding();
      int end = text.length();
      while (end > 0 && text.charAt(end - 1) == '=') {
        end--;
      }
      if (!encoder.encodeToString(content).equals(text.substring(0, end))) {
        throw broken(what);
      }
      return Bytes.of(content);
    } catch (IllegalArgumentException e) {
      throw broken(what);
    }
  }

  private static RefusedException broken(String what) {
    return new RefusedException(FailureClass.PARSE, what + " is not valid Base64");
  }
}
