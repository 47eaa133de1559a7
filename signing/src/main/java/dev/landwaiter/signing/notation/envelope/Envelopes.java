package dev.landwaiter.signing.notation.envelope;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.notation.SignedEnvelope;

/// Reads envelopes by their media type.
public final class Envelopes {
  public static final String JWS = "application/jose+json";
  public static final String COSE = "application/cose";

  static final int LARGEST = 4 << 20;
  static final int MOST_CERTIFICATES = 32;

  private Envelopes() {}

  /// Reads one.
  ///
  /// @throws RefusedException with PARSE for a malformed envelope or another media type, with LIMIT
  ///   for one of more than 4 MiB
  public static SignedEnvelope read(String mediaType, Bytes envelope) throws RefusedException {
    if (envelope.size() > LARGEST) {
      throw new RefusedException(FailureClass.LIMIT, "the envelope is larger than 4 MiB");
    }
    return switch (mediaType) {
      case JWS -> JwsEnvelope.read(envelope);
      case COSE -> CoseEnvelope.read(envelope);
      default ->
          throw new RefusedException(
              FailureClass.PARSE,
              "signatures of the media type '" + mediaType + "' are not known",
              JWS + " or " + COSE,
              mediaType);
    };
  }
}
