package dev.landwaiter.signing.notation.online;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.CertificateRules;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.encoding.DerTime;
import dev.landwaiter.signing.key.NamedAlgorithm;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.notation.verify.Revocation.Answer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Reads the answer of a responder (RFC 6960, 4.2): signed by the issuer or by whom it let answer,
/// about this certificate, and of now.
///
/// @param issuer of the certificate in question
record OcspAnswer(OcspQuestion question, ParsedCertificate issuer, Instant now) {
  private static final String WHERE = "the responder's answer";
  private static final String BASIC = "1.3.6.1.5.5.7.48.1.1";
  private static final String MAY_ANSWER = "1.3.6.1.5.5.7.3.9";
  private static final int ENUMERATED = 0x0a;
  private static final int FIRST = 0xa0;
  private static final int SECOND = 0xa1;
  private static final int GOOD = 0x80;
  private static final int MOST_CERTIFICATES = 10;

  /// What the answer says.
  ///
  /// @throws RefusedException when it is none that can be trusted
  Answer read(Bytes answer) throws RefusedException {
    List<Der> whole = Der.only(WHERE, answer).require(Der.SEQUENCE, WHERE).inner(WHERE);
    if (whole.size() != 2
        || !whole.getFirst().require(ENUMERATED, WHERE).content().equals(Bytes.hex("00"))) {
      throw wrong("it says that it cannot answer");
    }
    Der typed = Der.only(WHERE, whole.getLast().require(FIRST, WHERE).content());
    List<Der> pair = typed.require(Der.SEQUENCE, WHERE).inner(WHERE);
    if (pair.size() != 2 || !pair.getFirst().objectId(WHERE).equals(BASIC)) {
      throw wrong("it is of an unknown kind");
    }
    Bytes basic = pair.getLast().require(Der.OCTET_STRING, WHERE).content();
    List<Der> parts = Der.only(WHERE, basic).require(Der.SEQUENCE, WHERE).inner(WHERE);
    if (parts.size() < 3 || parts.size() > 4) {
      throw wrong("parts are missing");
    }
    Der body = parts.getFirst().require(Der.SEQUENCE, WHERE);
    signed(body, parts);
    return status(body);
  }

  private void signed(Der body, List<Der> parts) throws RefusedException {
    NamedAlgorithm algorithm = NamedAlgorithm.read(WHERE, parts.get(1), Optional.empty());
    Bytes signature = parts.get(2).octets(WHERE);
    List<ParsedCertificate> signers = new ArrayList<>();
    signers.add(issuer);
    if (parts.size() == 4) {
      Der list = Der.only(WHERE, parts.get(3).require(FIRST, WHERE).content());
      List<Der> certificates = list.require(Der.SEQUENCE, WHERE).inner(WHERE);
      if (certificates.size() > MOST_CERTIFICATES) {
        throw new RefusedException(FailureClass.LIMIT, WHERE + " has more than 10 certificates");
      }
      for (Der each : certificates) {
        ParsedCertificate delegate = ParsedCertificate.parse(WHERE, each.whole());
        if (mayAnswer(delegate)) {
          signers.add(delegate);
        }
      }
    }
    for (ParsedCertificate each : signers) {
      if (algorithm.verify(PublicKeys.spki(WHERE, each.spki()), body.whole(), signature)) {
        return;
      }
    }
    throw wrong("neither the issuer nor whom it let answer signed it");
  }

  private boolean mayAnswer(ParsedCertificate delegate) throws RefusedException {
    CertificateRules rules = CertificateRules.of(WHERE, delegate);
    return delegate.issuer().equals(issuer.subject())
        && delegate.validity().contains(now)
        && rules.purposes().orElse(List.of()).contains(MAY_ANSWER)
        && rules.allows(CertificateRules.DIGITAL_SIGNATURE)
        && NamedAlgorithm.read(WHERE, delegate.algorithm(), Optional.empty())
            .verify(PublicKeys.spki(WHERE, issuer.spki()), delegate.body(), delegate.signature());
  }

  private Answer status(Der body) throws RefusedException {
    Deque<Der> fields = new ArrayDeque<>(body.inner(WHERE));
    if (!fields.isEmpty() && fields.getFirst().tag() == FIRST) {
      throw wrong("it is of an unknown version");
    }
    if (fields.size() < 3 || fields.size() > 4) {
      throw wrong("parts are missing");
    }
    fields.remove();
    fields.remove();
    for (Der each : fields.remove().require(Der.SEQUENCE, WHERE).inner(WHERE)) {
      List<Der> single = each.require(Der.SEQUENCE, WHERE).inner(WHERE);
      if (single.size() >= 3 && question.isAbout(single.getFirst(), WHERE)) {
        timely(single);
        return status(single.get(1).tag());
      }
    }
    throw wrong("it is about other certificates");
  }

  private static Answer status(int tag) {
    return switch (tag) {
      case GOOD -> new Answer.Good();
      case SECOND -> new Answer.Revoked("says the responder");
      default -> new Answer.Unavailable("the responder does not know it");
    };
  }

  private void timely(List<Der> single) throws RefusedException {
    Instant from = DerTime.ofTimestamp(WHERE, single.get(2));
    if (single.size() < 4 || single.get(3).tag() != FIRST) {
      throw wrong("it does not say how long it counts");
    }
    Instant to = DerTime.ofTimestamp(WHERE, Der.only(WHERE, single.get(3).content()));
    if (now.isBefore(from) || now.isAfter(to)) {
      throw wrong("it counts from " + from + " to " + to);
    }
  }

  private static RefusedException wrong(String why) {
    return new RefusedException(FailureClass.REVOKED, WHERE + " cannot be used: " + why);
  }
}
