package dev.landwaiter.signing.notation.online;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.notation.verify.Revocation;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/// Asks responders (OCSP) and, where they do not tell, lists of revoked certificates. Nothing is
/// kept: no cache can decide the outcome.
public final class OnlineRevocation implements Revocation {
  private static final int LARGEST_ANSWER = 1 << 18;
  private static final int LARGEST_LIST = 32 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Web web;

  /// Asks over this network.
  public OnlineRevocation(Web web) {
    this.web = web;
  }

  @Override
  public Answer of(ParsedCertificate certificate, ParsedCertificate issuer, Instant now) {
    try {
      Sources sources = Sources.of(certificate);
      if (sources.isNothing()) {
        return new Answer.NoInformation();
      }
      Answer last = new Answer.NoInformation();
      for (URI each : sources.responders()) {
        last = responder(each, certificate, issuer, now);
        if (!(last instanceof Answer.Unavailable)) {
          return last;
        }
      }
      for (URI each : sources.lists()) {
        last = list(each, certificate, issuer, now);
        if (!(last instanceof Answer.Unavailable)) {
          return last;
        }
      }
      return last;
    } catch (RefusedException e) {
      return new Answer.Unavailable(e.refusal().message());
    }
  }

  private Answer responder(
      URI uri, ParsedCertificate certificate, ParsedCertificate issuer, Instant now) {
    try {
      OcspQuestion question = OcspQuestion.about(certificate, issuer);
      WebRequest request =
          WebRequest.post(uri, "application/ocsp-request", question.request(), LARGEST_ANSWER)
              .within(PATIENCE)
              .again();
      Bytes answer = web.ask(request).success("the responder");
      return new OcspAnswer(question, issuer, now).read(answer);
    } catch (IOException e) {
      return new Answer.Unavailable(String.valueOf(e.getMessage()));
    }
  }

  private Answer list(
      URI uri, ParsedCertificate certificate, ParsedCertificate issuer, Instant now) {
    try {
      WebRequest request = WebRequest.get(uri, LARGEST_LIST).within(PATIENCE);
      Bytes list = web.ask(request).success("the place of the list of revoked certificates");
      return new RevokedList(uri, certificate, issuer, now).read(list);
    } catch (IOException e) {
      return new Answer.Unavailable(String.valueOf(e.getMessage()));
    }
  }
}
