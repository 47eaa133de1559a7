package dev.landwaiter.signing.notation.policy;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.ArrayList;
import java.util.List;

/// The signers that a policy trusts (trust policy, `trustedIdentities`).
///
/// @param any whether every signer with a certificate from a trusted store is
/// @param names else the subjects that are
public record TrustedIdentities(boolean any, List<DistinguishedName> names) {
  private static final String SUBJECT = "x509.subject:";

  public TrustedIdentities {
    names = List.copyOf(names);
  }

  /// @throws RefusedException with PARSE
  static TrustedIdentities parse(String where, List<String> texts) throws RefusedException {
    if (texts.contains("*")) {
      if (texts.size() > 1) {
        throw wrong(where, "'*' stands beside other identities");
      }
      return new TrustedIdentities(true, List.of());
    }
    List<DistinguishedName> names = new ArrayList<>();
    for (String text : texts) {
      if (!text.startsWith(SUBJECT)) {
        throw wrong(where, "'" + text + "' does not begin with " + SUBJECT);
      }
      DistinguishedName name = DistinguishedName.parse(where, text.substring(SUBJECT.length()));
      for (String needed : List.of("C", "ST", "O")) {
        if (!name.attributes().containsKey(needed)) {
          throw wrong(where, "'" + text + "' has no " + needed);
        }
      }
      for (DistinguishedName other : names) {
        if (name.isWithin(other) || other.isWithin(name)) {
          throw wrong(where, "'" + name + "' and '" + other + "' overlap");
        }
      }
      names.add(name);
    }
    return new TrustedIdentities(false, names);
  }

  /// Requires that one of them is the subject.
  ///
  /// @throws RefusedException with IDENTITY
  public void require(DistinguishedName subject) throws RefusedException {
    if (any) {
      return;
    }
    for (DistinguishedName each : names) {
      if (each.isWithin(subject)) {
        return;
      }
    }
    List<String> wanted = new ArrayList<>();
    names.forEach(each -> wanted.add(each.toString()));
    throw new RefusedException(
        FailureClass.IDENTITY,
        "the signer is none of the trusted ones",
        String.join(" or ", wanted),
        subject.toString());
  }

  private static RefusedException wrong(String where, String why) {
    return new RefusedException(FailureClass.PARSE, where + ": " + why);
  }
}
