package dev.landwaiter.signing.timestamp;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.encoding.DerTime;
import dev.landwaiter.signing.key.NamedAlgorithm;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What a timestamp says (RFC 3161, 2.4.2, TSTInfo); nothing of it is verified here.
///
/// @param imprint the hash of what was stamped
/// @param accuracy by which the time may be wrong in either direction
public record TimestampToken(
    HashAlgorithm hash,
    Bytes imprint,
    Instant time,
    Duration accuracy,
    String policy,
    BigInteger serial,
    Optional<BigInteger> nonce) {
  private static final String WHAT = "the timestamp";
  private static final int AUTHORITY_NAME = 0xa0;
  private static final int EXTENSIONS = 0xa1;

  /// @throws RefusedException with PARSE when it is malformed, with TIME when its hash is not
  ///   permitted or it has an extension that must be understood
  static TimestampToken read(Bytes content) throws RefusedException {
    Deque<Der> fields =
        new ArrayDeque<>(Der.only(WHAT, content).require(Der.SEQUENCE, WHAT).inner(WHAT));
    if (fields.size() < 5) {
      throw broken("parts are missing");
    }
    if (!fields.remove().integer(WHAT).equals(BigInteger.ONE)) {
      throw broken("it is not of version 1");
    }
    String policy = fields.remove().objectId(WHAT);
    List<Der> imprint = fields.remove().require(Der.SEQUENCE, WHAT).inner(WHAT);
    if (imprint.size() != 2) {
      throw broken("its imprint has missing or additional parts");
    }
    HashAlgorithm hash = NamedAlgorithm.hash(WHAT, imprint.get(0));
    Bytes value = imprint.get(1).require(Der.OCTET_STRING, WHAT).content();
    if (value.size() != hash.size()) {
      throw broken("its imprint has the wrong length");
    }
    BigInteger serial = fields.remove().integer(WHAT);
    Instant time = DerTime.ofTimestamp(WHAT, fields.remove());
    Duration accuracy = is(fields, Der.SEQUENCE) ? accuracy(fields.remove()) : Duration.ZERO;
    return new TimestampToken(hash, value, time, accuracy, policy, serial, rest(fields));
  }

  private static Optional<BigInteger> rest(Deque<Der> fields) throws RefusedException {
    if (is(fields, Der.BOOLEAN)) {
      fields.remove().bool(WHAT);
    }
    Optional<BigInteger> nonce =
        is(fields, Der.INTEGER) ? Optional.of(fields.remove().integer(WHAT)) : Optional.empty();
    if (is(fields, AUTHORITY_NAME)) {
      fields.remove();
    }
    if (is(fields, EXTENSIONS)) {
      extensions(fields.remove());
    }
    if (!fields.isEmpty()) {
      throw broken("more follows after its last part");
    }
    return nonce;
  }

  /// Seconds, thousandths and millionths, each optional.
  private static Duration accuracy(Der parts) throws RefusedException {
    Duration sum = Duration.ZERO;
    int last = 0;
    for (Der each : parts.inner(WHAT)) {
      int tag = each.tag() == Der.INTEGER ? 1 : each.tag();
      int unit = tag == 1 ? 1_000_000 : tag == 0x80 ? 1_000 : tag == 0x81 ? 1 : 0;
      if (unit == 0 || tag <= last || each.content().isEmpty() || each.content().size() > 4) {
        throw broken("its accuracy makes no sense");
      }
      last = tag;
      long number = new BigInteger(each.content().toArray()).longValue();
      if (number < 0) {
        throw broken("its accuracy is negative");
      }
      sum = sum.plusNanos(Math.multiplyExact(number * unit, 1_000L));
    }
    return sum;
  }

  private static void extensions(Der list) throws RefusedException {
    for (Der each : list.inner(WHAT)) {
      List<Der> parts = each.require(Der.SEQUENCE, WHAT).inner(WHAT);
      if (parts.size() < 2 || parts.size() > 3) {
        throw broken("an extension with missing or additional parts");
      }
      if (parts.size() == 3 && parts.get(1).bool(WHAT)) {
        throw new RefusedException(
            FailureClass.TIME,
            WHAT + " has the unknown critical extension " + parts.getFirst().objectId(WHAT));
      }
    }
  }

  private static boolean is(Deque<Der> fields, int tag) {
    Der next = fields.peek();
    return next != null && next.tag() == tag;
  }

  private static RefusedException broken(String why) {
    return new RefusedException(FailureClass.PARSE, WHAT + " is malformed: " + why);
  }
}
