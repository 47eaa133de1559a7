package dev.landwaiter.signing.notation.online;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.encoding.Der;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Where a certificate says that its state can be asked (RFC 5280, 4.2.2.1 and 4.2.1.13).
///
/// @param responders by OCSP
/// @param lists addresses of lists of revoked certificates
record Sources(List<URI> responders, List<URI> lists) {
  private static final String WHERE = "the certificate";
  private static final String INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";
  private static final String DISTRIBUTION_POINTS = "2.5.29.31";
  private static final String OCSP = "1.3.6.1.5.5.7.48.1";
  private static final int ADDRESS = 0x86;
  private static final int FIRST = 0xa0;
  private static final int MOST = 5;

  Sources {
    responders = List.copyOf(responders);
    lists = List.copyOf(lists);
  }

  static Sources of(ParsedCertificate certificate) throws RefusedException {
    return new Sources(responders(certificate), lists(certificate));
  }

  boolean isNothing() {
    return responders.isEmpty() && lists.isEmpty();
  }

  private static List<URI> responders(ParsedCertificate certificate) throws RefusedException {
    List<URI> all = new ArrayList<>();
    for (Der each : elements(certificate, INFORMATION_ACCESS)) {
      List<Der> pair = each.require(Der.SEQUENCE, WHERE).inner(WHERE);
      if (pair.size() != 2) {
        throw wrong();
      }
      if (pair.getFirst().objectId(WHERE).equals(OCSP) && pair.getLast().tag() == ADDRESS) {
        all.add(address(pair.getLast()));
      }
    }
    return bounded(all);
  }

  private static List<URI> lists(ParsedCertificate certificate) throws RefusedException {
    List<URI> all = new ArrayList<>();
    for (Der point : elements(certificate, DISTRIBUTION_POINTS)) {
      List<Der> parts = point.require(Der.SEQUENCE, WHERE).inner(WHERE);
      // Lists for some reasons only, or by others than the issuer, do not tell enough.
      if (parts.size() != 1 || parts.getFirst().tag() != FIRST) {
        throw wrong();
      }
      for (Der name : parts.getFirst().inner(WHERE)) {
        if (name.tag() != FIRST) {
          throw wrong();
        }
        for (Der each : name.inner(WHERE)) {
          if (each.tag() == ADDRESS) {
            all.add(address(each));
          }
        }
      }
    }
    return bounded(all);
  }

  private static List<Der> elements(ParsedCertificate certificate, String extension)
      throws RefusedException {
    ParsedCertificate.Extension found = certificate.extensions().get(extension);
    return found == null
        ? List.of()
        : Der.only(WHERE, found.value()).require(Der.SEQUENCE, WHERE).inner(WHERE);
  }

  private static URI address(Der element) throws RefusedException {
    try {
      URI uri = new URI(new String(element.content().toArray(), StandardCharsets.US_ASCII));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw wrong();
  }

  private static List<URI> bounded(List<URI> all) throws RefusedException {
    if (all.size() > MOST) {
      throw new RefusedException(
          FailureClass.LIMIT, WHERE + " names more than 5 places that tell whether it is revoked");
    }
    return all;
  }

  private static RefusedException wrong() {
    return new RefusedException(
        FailureClass.PARSE,
        WHERE + " says in a way that is not supported where its state can be asked");
  }
}
