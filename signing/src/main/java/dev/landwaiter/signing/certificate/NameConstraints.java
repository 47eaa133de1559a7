package dev.landwaiter.signing.certificate;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import java.util.ArrayList;
import java.util.List;

/// The names that an authority may issue certificates for (RFC 5280, 4.2.1.10): of hosts,
/// mailboxes, URIs and IP addresses. Constraints on names of other kinds are refused, as nobody
/// here can judge them.
final class NameConstraints {
  static final String EXTENSION = "2.5.29.30";

  private static final int PERMITTED = 0xa0;
  private static final int EXCLUDED = 0xa1;
  private static final int MOST = 1_000;
  private static final Bytes MAILBOX_ATTRIBUTE = Bytes.hex("06092a864886f70d010901");

  private final String where;
  private final List<Der> permitted;
  private final List<Der> excluded;

  private NameConstraints(String where, List<Der> permitted, List<Der> excluded) {
    this.where = where;
    this.permitted = permitted;
    this.excluded = excluded;
  }

  /// Requires that an authority's constraints allow the certificates below it.
  ///
  /// @throws RefusedException with CHAIN when they do not, with PARSE when they are malformed
  static void require(String where, ParsedCertificate authority, List<ParsedCertificate> below)
      throws RefusedException {
    var extension = authority.extension(EXTENSION);
    if (extension.isEmpty()) {
      return;
    }
    NameConstraints constraints = read(where, extension.get().value());
    for (ParsedCertificate each : below) {
      constraints.check(each);
    }
  }

  private static NameConstraints read(String where, Bytes value) throws RefusedException {
    String what = where + ": the name constraints of an authority";
    List<Der> permitted = List.of();
    List<Der> excluded = List.of();
    int last = 0;
    for (Der each : Der.only(what, value).require(Der.SEQUENCE, what).inner(what)) {
      if (each.tag() <= last || (each.tag() != PERMITTED && each.tag() != EXCLUDED)) {
        throw new RefusedException(FailureClass.PARSE, what + " are malformed");
      }
      last = each.tag();
      if (each.tag() == PERMITTED) {
        permitted = bases(what, each);
      } else {
        excluded = bases(what, each);
      }
    }
    if (permitted.isEmpty() && excluded.isEmpty()) {
      throw new RefusedException(FailureClass.PARSE, what + " are none");
    }
    return new NameConstraints(where, permitted, excluded);
  }

  private static List<Der> bases(String what, Der subtrees) throws RefusedException {
    List<Der> all = new ArrayList<>();
    for (Der subtree : subtrees.inner(what)) {
      List<Der> parts = subtree.require(Der.SEQUENCE, what).inner(what);
      if (parts.size() != 1) {
        throw new RefusedException(
            FailureClass.CHAIN, what + " have a minimum or maximum, which nobody may use");
      }
      Der base = parts.getFirst();
      if (base.tag() != SubjectNames.EMAIL
          && base.tag() != SubjectNames.DNS
          && base.tag() != SubjectNames.URI
          && base.tag() != SubjectNames.IP) {
        throw new RefusedException(
            FailureClass.CHAIN, what + " are about a kind of name that cannot be judged");
      }
      all.add(base);
    }
    if (all.isEmpty() || all.size() > MOST) {
      throw new RefusedException(FailureClass.CHAIN, what + " are none or more than 1000");
    }
    return all;
  }

  private void check(ParsedCertificate certificate) throws RefusedException {
    boolean mailbox = false;
    for (Der name : SubjectNames.raw(where, certificate)) {
      mailbox |= name.tag() == SubjectNames.EMAIL;
      if (!allowed(name)) {
        throw new RefusedException(
            FailureClass.CHAIN,
            where + ": the name constraints of an authority forbid the names of " + certificate);
      }
    }
    // An old place of mailboxes, which constraints cover too (RFC 5280, 4.2.1.10).
    if (!mailbox && concerns(SubjectNames.EMAIL) && mentionsMailbox(certificate)) {
      throw new RefusedException(
          FailureClass.CHAIN, where + ": " + certificate + " has a mailbox outside of its names");
    }
  }

  private boolean concerns(int tag) {
    return permitted.stream().anyMatch(each -> each.tag() == tag)
        || excluded.stream().anyMatch(each -> each.tag() == tag);
  }

  private boolean mentionsMailbox(ParsedCertificate certificate) throws RefusedException {
    for (Der set : Der.only(where, certificate.subject()).inner(where)) {
      for (Der attribute : set.inner(where)) {
        List<Der> parts = attribute.inner(where);
        if (!parts.isEmpty() && parts.getFirst().whole().equals(MAILBOX_ATTRIBUTE)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean allowed(Der name) throws RefusedException {
    for (Der each : excluded) {
      if (each.tag() == name.tag() && within(name, each)) {
        return false;
      }
    }
    boolean constrained = false;
    for (Der each : permitted) {
      if (each.tag() == name.tag()) {
        constrained = true;
        if (within(name, each)) {
          return true;
        }
      }
    }
    return !constrained;
  }

  private boolean within(Der name, Der base) throws RefusedException {
    if (name.tag() == SubjectNames.IP) {
      return addressWithin(name.content(), base.content());
    }
    String text = SubjectNames.ascii(where, name.content());
    String limit = SubjectNames.ascii(where, base.content());
    return switch (name.tag()) {
      case SubjectNames.DNS -> {
        String host = HostNames.host(where, text);
        yield limit.isEmpty()
            || HostNames.below(host, limit)
            || (!limit.startsWith(".") && HostNames.same(host, limit));
      }
      case SubjectNames.EMAIL -> mailboxWithin(text, limit);
      default -> HostNames.matches(HostNames.ofUri(where, text), limit);
    };
  }

  private boolean mailboxWithin(String mailbox, String limit) throws RefusedException {
    int at = mailbox.indexOf('@');
    if (at <= 0 || at != mailbox.lastIndexOf('@') || mailbox.indexOf('"') >= 0) {
      throw new RefusedException(
          FailureClass.CHAIN, where + ": the mailbox '" + mailbox + "' cannot be judged");
    }
    String host = HostNames.host(where, mailbox.substring(at + 1));
    int limitAt = limit.indexOf('@');
    return limitAt < 0
        ? HostNames.matches(host, limit)
        : mailbox.substring(0, at).equals(limit.substring(0, limitAt))
            && HostNames.same(host, limit.substring(limitAt + 1));
  }

  private boolean addressWithin(Bytes address, Bytes base) throws RefusedException {
    int size = base.size() / 2;
    if (base.size() != 8 && base.size() != 32) {
      throw new RefusedException(
          FailureClass.PARSE, where + ": a constraint on addresses of " + base.size() + " bytes");
    }
    boolean ended = false;
    for (int i = 0; i < 8 * size; i++) {
      boolean set = (base.at(size + i / 8) & (0x80 >> (i % 8))) != 0;
      if (set && ended) {
        throw new RefusedException(
            FailureClass.PARSE, where + ": a constraint on addresses with gaps in its mask");
      }
      ended |= !set;
    }
    if (address.size() != size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (((address.at(i) ^ base.at(i)) & base.at(size + i)) != 0) {
        return false;
      }
    }
    return true;
  }
}
