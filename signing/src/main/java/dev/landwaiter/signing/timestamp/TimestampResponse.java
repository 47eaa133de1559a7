package dev.landwaiter.signing.timestamp;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/// The answer of a timestamp authority (RFC 3161, 2.4.2), taken apart. Only [TimestampVerifier]
/// makes a proof of it.
///
/// @param signed the signed data of its token
/// @param token what it says
public record TimestampResponse(SignedData signed, TimestampToken token) {
  /// The most bytes of an answer.
  public static final int LARGEST = 1 << 20;

  private static final String WHAT = "the answer of a timestamp authority";
  private static final int GRANTED = 0;
  private static final int GRANTED_WITH_CHANGES = 1;

  /// Reads an answer.
  ///
  /// @throws RefusedException with PARSE or LIMIT, with TIME when the authority refused to answer
  public static TimestampResponse read(Bytes response) throws RefusedException {
    if (response.size() > LARGEST) {
      throw new RefusedException(FailureClass.LIMIT, WHAT + " is larger than 1 MiB");
    }
    List<Der> parts = Der.only(WHAT, response).require(Der.SEQUENCE, WHAT).inner(WHAT);
    if (parts.isEmpty()) {
      throw new RefusedException(FailureClass.PARSE, WHAT + " is empty");
    }
    status(parts.getFirst());
    if (parts.size() != 2) {
      throw new RefusedException(FailureClass.PARSE, WHAT + " has missing or additional parts");
    }
    SignedData signed = SignedData.read(parts.getLast());
    return new TimestampResponse(signed, TimestampToken.read(signed.content()));
  }

  private static void status(Der info) throws RefusedException {
    List<Der> parts = info.require(Der.SEQUENCE, WHAT).inner(WHAT);
    if (parts.isEmpty() || parts.size() > 3) {
      throw new RefusedException(FailureClass.PARSE, WHAT + " has no status");
    }
    BigInteger status = parts.getFirst().integer(WHAT);
    if (!status.equals(BigInteger.valueOf(GRANTED))
        && !status.equals(BigInteger.valueOf(GRANTED_WITH_CHANGES))) {
      throw new RefusedException(
          FailureClass.TIME, WHAT + " says that it gave no timestamp: status " + status);
    }
  }

  /// The time it names. Not verified.
  public Instant claimedTime() {
    return token.time();
  }

  /// Requires that this answers a request: the same imprint, the same nonce.
  ///
  /// @throws RefusedException with TIME
  public void requireAnswers(TimestampRequest request) throws RefusedException {
    if (!token.imprint().equals(request.imprint())) {
      throw new RefusedException(
          FailureClass.TIME,
          WHAT + " is about something else",
          request.imprint().toHex(),
          token.imprint().toHex());
    }
    if (token.nonce().isEmpty() || !token.nonce().get().equals(request.nonce())) {
      throw new RefusedException(
          FailureClass.TIME, WHAT + " does not repeat the nonce of the request");
    }
  }
}
