package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The names an authority may certify (RFC 5280, 4.2.1.10).
///
/// @param complete whether all constraints are of kinds that are understood
record NameConstraints(boolean critical, Names permitted, Names excluded, boolean complete) {
  private static final Names NO_NAMES = new Names(List.of(), List.of(), List.of(), List.of());
  static final NameConstraints NONE = new NameConstraints(false, NO_NAMES, NO_NAMES, true);

  private static final String WRONG = "x509: invalid NameConstraints extension";

  /// Names of each kind; addresses with their mask behind them.
  record Names(List<String> domains, List<byte[]> ranges, List<String> emails, List<String> uris) {
    void show(Structure fields, String prefix) {
      fields
          .set(prefix + "DNSDomains", Structure.texts(domains))
          .set(prefix + "IPRanges", Structure.list(ranges, Names::range))
          .set(prefix + "EmailAddresses", Structure.texts(emails))
          .set(prefix + "URIDomains", Structure.texts(uris));
    }

    private static Value range(byte[] both) {
      int half = both.length / 2;
      return new Structure()
          .set("IP", IpText.of(Arrays.copyOf(both, half)))
          .set("Mask", Arrays.copyOfRange(both, half, both.length))
          .value();
    }
  }

  static NameConstraints of(Der der, boolean critical) throws BuiltinException {
    var fields = der.content(Der.SEQUENCE, WRONG);
    int tag = Der.CONTEXT | Der.CONSTRUCTED;
    var permitted = fields.is(tag) ? fields.content(tag, WRONG) : new Der(new byte[0]);
    var excluded = fields.is(tag | 1) ? fields.content(tag | 1, WRONG) : new Der(new byte[0]);
    if (!fields.isEmpty()) {
      throw BuiltinException.failure(WRONG);
    }
    if (permitted.isEmpty() && excluded.isEmpty()) {
      throw BuiltinException.failure("x509: empty name constraints extension");
    }
    boolean[] complete = {true};
    return new NameConstraints(
        critical, names(permitted, complete), names(excluded, complete), complete[0]);
  }

  private static Names names(Der list, boolean[] complete) throws BuiltinException {
    var names =
        new Names(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    while (!list.isEmpty()) {
      var subtree = list.content(Der.SEQUENCE, WRONG);
      int tag = subtree.tag(WRONG);
      byte[] name = subtree.content(tag, WRONG).rest();
      switch (tag) {
        case Der.CONTEXT | 2 -> names.domains.add(domain(name, "dnsName"));
        case Der.CONTEXT | 1 -> {
          String text = ascii(name);
          int at = text.lastIndexOf('@');
          if (!DomainName.isValid(text.substring(at + 1), true)) {
            throw BuiltinException.failure(
                "x509: failed to parse rfc822Name constraint \"" + text + "\"");
          }
          names.emails.add(text);
        }
        case Der.CONTEXT | 6 -> names.uris.add(domain(name, "URI"));
        case Der.CONTEXT | 7 -> {
          if (name.length != 8 && name.length != 32) {
            throw BuiltinException.failure(
                "x509: IP constraint contained value of length " + name.length);
          }
          names.ranges.add(name);
        }
        default -> complete[0] = false;
      }
    }
    return names;
  }

  private static String domain(byte[] name, String kind) throws BuiltinException {
    String text = ascii(name);
    if (!DomainName.isValid(text, true)) {
      throw BuiltinException.failure(
          "x509: failed to parse " + kind + " constraint \"" + text + "\"");
    }
    return text;
  }

  private static String ascii(byte[] name) throws BuiltinException {
    return AlternativeNames.ascii(name, "x509: invalid constraint value: not an IA5String");
  }

  void show(Structure fields) {
    fields.set("PermittedDNSDomainsCritical", critical);
    permitted.show(fields, "Permitted");
    excluded.show(fields, "Excluded");
  }

  /// Whether all names are permitted and none is excluded.
  boolean allow(AlternativeNames names) {
    return names.domains().stream()
            .allMatch(name -> allow(permitted.domains, excluded.domains, name, DomainName::within))
        && names.emails().stream()
            .allMatch(name -> allow(permitted.emails, excluded.emails, name, NameConstraints::mail))
        && names.addresses().stream()
            .allMatch(
                address -> allow(permitted.ranges, excluded.ranges, address, NameConstraints::in))
        && names.uris().stream()
            .allMatch(
                uri -> allow(permitted.uris, excluded.uris, uri.domain(), NameConstraints::host));
  }

  private static <T> boolean allow(
      List<T> permitted, List<T> excluded, T name, java.util.function.BiPredicate<T, T> within) {
    return excluded.stream().noneMatch(constraint -> within.test(name, constraint))
        && (permitted.isEmpty()
            || permitted.stream().anyMatch(constraint -> within.test(name, constraint)));
  }

  private static boolean mail(String mailbox, String constraint) {
    if (constraint.contains("@")) {
      return mailbox.equals(constraint);
    }
    return host(mailbox.substring(mailbox.lastIndexOf('@') + 1), constraint);
  }

  /// A constraint without a point in front names one host here.
  private static boolean host(String host, String constraint) {
    boolean wide = constraint.startsWith(".") || constraint.isEmpty();
    return wide ? DomainName.within(host, constraint) : host.equalsIgnoreCase(constraint);
  }

  private static boolean in(byte[] address, byte[] range) {
    byte[] plain = IpText.unmapped(address);
    int half = range.length / 2;
    if (plain.length != half) {
      return false;
    }
    for (int i = 0; i < half; i++) {
      if (((plain[i] ^ range[i]) & range[half + i]) != 0) {
        return false;
      }
    }
    return true;
  }
}
