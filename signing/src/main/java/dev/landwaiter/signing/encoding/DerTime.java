package dev.landwaiter.signing.encoding;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Instants in certificates (RFC 5280, 4.1.2.5) and timestamps (RFC 3161, 2.4.2): always UTC.
public final class DerTime {
  private static final int UTC_TIME = 0x17;
  private static final int GENERALIZED_TIME = 0x18;

  private DerTime() {}

  /// UTCTime with years from 1950 to 2049, or GeneralizedTime, both with seconds and nothing finer.
  ///
  /// @throws RefusedException with PARSE
  public static Instant ofCertificate(String what, Der time) throws RefusedException {
    String text = ascii(what, time.content());
    if (time.tag() == UTC_TIME && text.length() == 13) {
      String century = text.charAt(0) >= '5' ? "19" : "20";
      return whole(what, century + text);
    }
    time.require(GENERALIZED_TIME, what);
    return whole(what, text);
  }

  /// GeneralizedTime, with a fraction of up to nine digits of which the last is not 0, or without.
  ///
  /// @throws RefusedException with PARSE
  public static Instant ofTimestamp(String what, Der time) throws RefusedException {
    time.require(GENERALIZED_TIME, what);
    String text = ascii(what, time.content());
    int dot = text.indexOf('.');
    if (dot < 0) {
      return whole(what, text);
    }
    if (dot != 14 || text.length() < 17 || text.length() > 25 || !text.endsWith("Z")) {
      throw broken(what);
    }
    String fraction = text.substring(dot + 1, text.length() - 1);
    if (fraction.endsWith("0")) {
      throw broken(what);
    }
    long nanos = digits(what, fraction, 0, fraction.length());
    for (int i = fraction.length(); i < 9; i++) {
      nanos *= 10;
    }
    return whole(what, text.substring(0, dot) + "Z").plusNanos(nanos);
  }

  private static Instant whole(String what, String text) throws RefusedException {
    if (text.length() != 15 || text.charAt(14) != 'Z') {
      throw broken(what);
    }
    try {
      return LocalDateTime.of(
              digits(what, text, 0, 4),
              digits(what, text, 4, 6),
              digits(what, text, 6, 8),
              digits(what, text, 8, 10),
              digits(what, text, 10, 12),
              digits(what, text, 12, 14))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw broken(what);
    }
  }

  private static int digits(String what, String text, int from, int to) throws RefusedException {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw broken(what);
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  private static String ascii(String what, Bytes bytes) throws RefusedException {
    var text = new StringBuilder(bytes.size());
    for (int i = 0; i < bytes.size() && i < 32; i++) {
      text.append((char) bytes.at(i));
    }
    if (text.length() != bytes.size() || text.isEmpty()) {
      throw broken(what);
    }
    return text.toString();
  }

  private static RefusedException broken(String what) {
    return new RefusedException(FailureClass.PARSE, what + " is not a time in the form of DER");
  }
}
