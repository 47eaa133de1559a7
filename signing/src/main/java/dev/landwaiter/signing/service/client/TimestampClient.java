package dev.landwaiter.signing.service.client;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebRequest;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.random.RandomGenerator;

/// A timestamp authority by HTTP (RFC 3161, 3.4).
///
/// @param address the whole address that requests are sent to
/// @param chance where nonces come from
public record TimestampClient(Web web, URI address, RandomGenerator chance) {
  private static final String NAME = "the timestamp authority";
  private static final int LIMIT = 1 << 20;
  private static final int BOOLEAN_TRUE = 0xff;

  /// SHA-256 as an algorithm identifier with the parameter NULL.
  private static final Bytes SHA256 = Bytes.hex("300d06096086480165030402010500");

  private static final Bytes TOKEN_INFO = Bytes.hex("060b2a864886f70d0109100104");

  /// A timestamp over the raw bytes of a signature: the whole response. It is granted and for our
  /// nonce; everything else is left to verification.
  ///
  /// @throws RefusedException with TRANSPORT when none is granted
  public Bytes stamp(Bytes signature) throws IOException {
    Bytes nonce = Bytes.of(new BigInteger(1, random()).toByteArray());
    WebRequest request =
        WebRequest.post(address, "application/timestamp-query", query(signature, nonce), LIMIT)
            .with("Accept", "application/timestamp-reply")
            .again();
    Bytes response = web.ask(request).success(NAME);
    check(response, nonce);
    return response;
  }

  private byte[] random() {
    byte[] drawn = new byte[8];
    chance.nextBytes(drawn);
    return drawn;
  }

  /// The request: version 1, hash of the signature, nonce, and the wish for certificates.
  private static Bytes query(Bytes signature, Bytes nonce) {
    Bytes imprint = SHA256.plus(Der.encode(Der.OCTET_STRING, signature.sha256()));
    return Der.encode(
        Der.SEQUENCE,
        Der.encode(Der.INTEGER, Bytes.of(new byte[] {1}))
            .plus(Der.encode(Der.SEQUENCE, imprint))
            .plus(Der.encode(Der.INTEGER, nonce))
            .plus(Der.encode(Der.BOOLEAN, Bytes.of(new byte[] {(byte) BOOLEAN_TRUE}))));
  }

  private static void check(Bytes response, Bytes nonce) throws RefusedException {
    String what = "the answer of " + NAME;
    List<Der> parts = Der.only(what, response).require(Der.SEQUENCE, what).inner(what);
    Der status = first(parts, what).require(Der.SEQUENCE, what);
    Der number = first(status.inner(what), what).require(Der.INTEGER, what);
    boolean granted = number.content().size() == 1 && number.content().at(0) <= 1;
    if (!granted || parts.size() != 2) {
      throw new RefusedException(
          FailureClass.TRANSPORT,
          NAME + " does not grant a timestamp",
          "status 0 or 1",
          "status 0x" + number.content().toHex());
    }
    if (!tokenInfo(parts.get(1), what).contains(Der.encode(Der.INTEGER, nonce))) {
      throw new RefusedException(
          FailureClass.TRANSPORT, NAME + " answers another request: its nonce is not ours");
    }
  }

  /// The elements of the information in the token, each with all its bytes.
  private static List<Bytes> tokenInfo(Der token, String what) throws RefusedException {
    List<Der> content = token.require(Der.SEQUENCE, what).inner(what);
    Der signedData = first(at(content, 1, what).inner(what), what).require(Der.SEQUENCE, what);
    Der encapsulated = at(signedData.inner(what), 2, what).require(Der.SEQUENCE, what);
    List<Der> info = encapsulated.inner(what);
    if (!first(info, what).whole().equals(TOKEN_INFO)) {
      throw new RefusedException(FailureClass.PARSE, what + " holds something else");
    }
    Der octets = first(at(info, 1, what).inner(what), what).require(Der.OCTET_STRING, what);
    Der inner = Der.only(what, octets.content()).require(Der.SEQUENCE, what);
    return inner.inner(what).stream().map(Der::whole).toList();
  }

  private static Der first(List<Der> elements, String what) throws RefusedException {
    return at(elements, 0, what);
  }

  private static Der at(List<Der> elements, int place, String what) throws RefusedException {
    if (place >= elements.size()) {
      throw new RefusedException(FailureClass.PARSE, what + " is too short");
    }
    return elements.get(place);
  }
}
