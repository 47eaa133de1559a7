package dev.landwaiter.signing.notation.verify;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import java.time.Instant;
import java.util.List;

/// Whether no certificate of a chain is revoked; the root is not asked about.
record RevocationCheck(Revocation revocation) {
  void require(List<ParsedCertificate> chain, Instant now) throws RefusedException {
    for (int i = 0; i + 1 < chain.size(); i++) {
      ParsedCertificate each = chain.get(i);
      switch (revocation.of(each, chain.get(i + 1), now)) {
        case Revocation.Answer.Good good -> {}
        case Revocation.Answer.NoInformation none -> {}
        case Revocation.Answer.Revoked(String why) ->
            throw refused("the certificate " + each + " is revoked: " + why);
        case Revocation.Answer.Unavailable(String why) ->
            throw refused("whether the certificate " + each + " is revoked is not known: " + why);
      }
    }
  }

  private static RefusedException refused(String why) {
    return new RefusedException(FailureClass.REVOKED, why);
  }
}
