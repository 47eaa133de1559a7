package dev.landwaiter.signing.certificate;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.trust.Authority;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One search for paths: depth first from the leaf, with a bound on signatures that are checked.
final class PathSearch {
  private static final int LONGEST = 10;
  private static final int MOST_SIGNATURES = 100;

  private final String where;
  private final Purpose purpose;
  private final Instant at;
  private final KnownSignatures known;
  private final List<CertificatePath> found = new ArrayList<>();
  private int signatures;
  private int deepest = -1;
  private Refusal why;

  PathSearch(String where, Purpose purpose, Instant at, KnownSignatures known) {
    this.where = where;
    this.purpose = purpose;
    this.at = at;
    this.known = known;
    this.why =
        Refusal.of(
            FailureClass.CHAIN, where + ": the certificate leads to no authority that is trusted");
  }

  /// Looks for paths to one authority. What is wrong with its own certificates leaves the others
  /// alone.
  void explore(ParsedCertificate leaf, List<ParsedCertificate> between, Authority authority)
      throws RefusedException {
    ParsedCertificate anchor;
    List<ParsedCertificate> all = new ArrayList<>();
    try {
      anchor = ParsedCertificate.of(name(authority), authority.anchor());
      for (X509Certificate each : authority.chain().subList(0, authority.chain().size() - 1)) {
        add(all, ParsedCertificate.of(name(authority), each), leaf, anchor);
      }
    } catch (RefusedException e) {
      note(0, Refusal.of(FailureClass.CHAIN, where + ": " + e.refusal().message()));
      return;
    }
    for (ParsedCertificate each : between) {
      add(all, each, leaf, anchor);
    }
    walk(new ArrayList<>(List.of(leaf)), all, anchor, authority);
  }

  private static void add(
      List<ParsedCertificate> all,
      ParsedCertificate one,
      ParsedCertificate leaf,
      ParsedCertificate anchor) {
    for (ParsedCertificate each : all) {
      if (each.der().equals(one.der())) {
        return;
      }
    }
    if (!same(one, leaf) && !same(one, anchor)) {
      all.add(one);
    }
  }

  private void walk(
      List<ParsedCertificate> path,
      List<ParsedCertificate> between,
      ParsedCertificate anchor,
      Authority authority)
      throws RefusedException {
    ParsedCertificate last = path.getLast();
    if (issued(anchor, last, path.size())) {
      List<ParsedCertificate> whole = new ArrayList<>(path);
      whole.add(anchor);
      judge(whole, authority);
    }
    if (path.size() + 1 >= LONGEST) {
      note(path.size(), Refusal.of(FailureClass.CHAIN, where + ": the path is too long"));
      return;
    }
    for (ParsedCertificate each : between) {
      if (!contains(path, each) && issued(each, last, path.size())) {
        path.add(each);
        walk(path, between, anchor, authority);
        path.removeLast();
      }
    }
  }

  private boolean issued(ParsedCertificate issuer, ParsedCertificate certificate, int depth)
      throws RefusedException {
    if (!issuer.subject().equals(certificate.issuer())) {
      return false;
    }
    if (++signatures > MOST_SIGNATURES) {
      if (found.isEmpty()) {
        throw new RefusedException(
            FailureClass.LIMIT, where + ": too many certificates of the same name to try them all");
      }
      return false;
    }
    try {
      if (known.signed(where, issuer, certificate)) {
        return true;
      }
      note(
          depth,
          Refusal.of(FailureClass.CHAIN, where + ": " + issuer + " did not sign " + certificate));
    } catch (RefusedException e) {
      note(depth, Refusal.of(FailureClass.CHAIN, e.refusal().message()));
    }
    return false;
  }

  private void judge(List<ParsedCertificate> whole, Authority authority) {
    try {
      PathRules.path(where, whole, purpose, at);
      if (!authority.validFor().contains(at)) {
        throw new RefusedException(
            purpose == Purpose.TIMESTAMPING ? FailureClass.TIME : FailureClass.CHAIN,
            where + ": " + name(authority) + " does not count at the time in question",
            authority.validFor().toString(),
            at.toString());
      }
    } catch (RefusedException e) {
      note(LONGEST + whole.size(), e.refusal());
      return;
    }
    found.add(new CertificatePath(whole, authority));
  }

  private void note(int depth, Refusal refusal) {
    if (depth > deepest) {
      deepest = depth;
      why = refusal;
    }
  }

  private static boolean contains(List<ParsedCertificate> path, ParsedCertificate one) {
    for (ParsedCertificate each : path) {
      if (same(each, one)) {
        return true;
      }
    }
    return false;
  }

  /// Whether two certificates are of one authority: same name, same key.
  private static boolean same(ParsedCertificate one, ParsedCertificate other) {
    return one.subject().equals(other.subject()) && one.spki().equals(other.spki());
  }

  private static String name(Authority authority) {
    return authority.uri().isEmpty() ? "the trusted authority" : "the authority " + authority.uri();
  }

  /// What was found.
  ///
  /// @throws RefusedException with the reason of the path that came nearest
  List<CertificatePath> result() throws RefusedException {
    if (found.isEmpty()) {
      throw new RefusedException(why);
    }
    return List.copyOf(found);
  }
}
