package dev.landwaiter.signing.service.client;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebRequest;
import dev.landwaiter.signing.timestamp.TimestampRequest;
import dev.landwaiter.signing.timestamp.TimestampResponse;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A timestamp authority by HTTP (RFC 3161, 3.4).
///
/// @param address the whole address that requests are sent to
/// @param chance where nonces come from
public record TimestampClient(Web web, URI address, RandomGenerator chance) {
  private static final String NAME = "the timestamp authority";

  /// A timestamp over the raw bytes of a signature: the whole response. It is granted and repeats
  /// our nonce; everything else is left to verification.
  ///
  /// @throws RefusedException with TRANSPORT when the authority cannot be asked or answers another
  ///   request, with TIME when it grants nothing, with PARSE when it answers something else
  public Bytes stamp(Bytes signature) throws IOException {
    byte[] drawn = new byte[8];
    chance.nextBytes(drawn);
    var asked = new TimestampRequest(signature.sha256(), new BigInteger(1, drawn));
    WebRequest request =
        WebRequest.post(
                address, "application/timestamp-query", asked.der(), TimestampResponse.LARGEST)
            .with("Accept", "application/timestamp-reply")
            .again();
    Bytes response = web.ask(request).success(NAME);
    Optional<BigInteger> nonce = TimestampResponse.read(response).token().nonce();
    if (nonce.isEmpty() || !nonce.get().equals(asked.nonce())) {
      throw new RefusedException(
          FailureClass.TRANSPORT,
          NAME + " answers another request: its nonce is not ours",
          asked.nonce().toString(16),
          nonce.map(number -> number.toString(16)).orElse("none"));
    }
    return response;
  }
}
