package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.rego.builtin.BuiltinException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A point in time as certificates write it: UTCTime or GeneralizedTime.
final class Asn1Time {
  private static final int UTC_TIME = 23;
  private static final int GENERALIZED_TIME = 24;
  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

  private final OffsetDateTime time;

  private Asn1Time(OffsetDateTime time) {
    this.time = time;
  }

  static Asn1Time read(Der der) throws BuiltinException {
    if (der.is(UTC_TIME)) {
      String wrong = "x509: malformed UTCTime";
      return parse(ascii(der.content(UTC_TIME, wrong)), 2, wrong);
    }
    if (der.is(GENERALIZED_TIME)) {
      String wrong = "x509: malformed GeneralizedTime";
      return parse(ascii(der.content(GENERALIZED_TIME, wrong)), 4, wrong);
    }
    throw BuiltinException.failure("x509: unsupported time format");
  }

  private static String ascii(Der content) {
    return new String(content.rest(), StandardCharsets.ISO_8859_1);
  }

  /// Digits of year, month, day, hour, minute and – except in some UTCTimes – second, then `Z` or
  /// an offset.
  private static Asn1Time parse(String text, int yearDigits, String error) throws BuiltinException {
    int digits = 0;
    while (digits < text.length() && Character.digit(text.charAt(digits), 10) >= 0) {
      digits++;
    }
    boolean seconds = digits == yearDigits + 10;
    if (!seconds && !(yearDigits == 2 && digits == 10)) {
      throw BuiltinException.failure(error);
    }
    try {
      int year = Integer.parseInt(text.substring(0, yearDigits));
      if (yearDigits == 2) {
        year += year < 50 ? 2000 : 1900;
      }
      var local =
          LocalDateTime.of(
              year,
              two(text, yearDigits),
              two(text, yearDigits + 2),
              two(text, yearDigits + 4),
              two(text, yearDigits + 6),
              seconds ? two(text, yearDigits + 8) : 0);
      return new Asn1Time(local.atOffset(offset(text.substring(digits), error)));
    } catch (DateTimeException _) {
      throw BuiltinException.failure(error);
    }
  }

  private static int two(String text, int at) {
    return Integer.parseInt(text.substring(at, at + 2));
  }

  private static ZoneOffset offset(String text, String error) throws BuiltinException {
    boolean signed = text.length() == 5 && (text.charAt(0) == '+' || text.charAt(0) == '-');
    for (int i = 1; i < text.length(); i++) {
      signed &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (!text.equals("Z") && (!signed || text.endsWith("0000"))) {
      throw BuiltinException.failure(error);
    }
    return ZoneOffset.of(text);
  }

  java.time.Instant instant() {
    return time.toInstant();
  }

  /// In the form of RFC 3339.
  String text() {
    return TEXT.format(time);
  }
}
