package dev.landwaiter.signing.certificate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// That a certificate belongs to one of the signers who are asked for.
///
/// @param identity the one that matched
/// @param subject the name that matched
/// @param issuer the issuer of the identity token
public record IdentityMatch(Identity identity, SubjectName subject, String issuer) {
  /// Which rules hold.
  public enum Rules {
    /// Of bundles: exactly one name, and the issuer from extension 8, else from 1.
    BUNDLE,
    /// Of the legacy form: any of several names, and the issuer from extension 1 alone, as its
    /// program reads it.
    LEGACY
  }

  /// Requires that the certificate is of one of these identities.
  ///
  /// @throws RefusedException with IDENTITY when it is not, with USAGE when an identity asks for no
  ///   name or no issuer, or a pattern is malformed
  public static IdentityMatch require(
      SigningCertificate certificate, List<Identity> identities, Rules rules)
      throws RefusedException {
    List<Wanted> wanted = new ArrayList<>();
    for (Identity each : identities) {
      wanted.add(Wanted.of(each));
    }
    if (wanted.isEmpty()) {
      throw new RefusedException(FailureClass.USAGE, "no identity is asked for");
    }
    String issuer = issuer(certificate, rules);
    List<SubjectName> names = new ArrayList<>();
    for (SubjectName each : certificate.names()) {
      if (!each.text().isEmpty()) {
        names.add(each);
      }
    }
    if (names.isEmpty()) {
      throw refused(certificate, "the certificate names nobody", identities, "no name");
    }
    if (rules == Rules.BUNDLE && saying(certificate) != 1) {
      throw refused(certificate, "the certificate has several names", identities, texts(names));
    }
    for (Wanted each : wanted) {
      for (SubjectName name : names) {
        if (name.ofItsKind() && each.matches(name.text(), issuer, certificate.extensions())) {
          return new IdentityMatch(each.identity, name, issuer);
        }
      }
    }
    throw refused(
        certificate,
        "the certificate is of somebody else",
        identities,
        texts(names) + " with the issuer " + issuer);
  }

  /// How many names there are, without those that are empty and so name nobody.
  private static int saying(SigningCertificate certificate) {
    int saying = 0;
    for (SubjectName each : certificate.names()) {
      if (!each.text().isEmpty() || each instanceof SubjectName.Unsupported) {
        saying++;
      }
    }
    return saying;
  }

  private static String texts(List<SubjectName> names) {
    return names.stream().map(SubjectName::text).collect(Collectors.joining(", "));
  }

  private static String issuer(SigningCertificate certificate, Rules rules)
      throws RefusedException {
    String either = certificate.issuer().orElse("");
    String issuer =
        rules == Rules.BUNDLE
            ? either
            : certificate.extensions().getOrDefault(IdentityExtensions.ISSUER_V1, "");
    if (issuer.isEmpty()) {
      throw new RefusedException(
          FailureClass.IDENTITY,
          certificate.where() + ": the certificate names no issuer of its identity");
    }
    return issuer;
  }

  /// What should be said about the patterns of an identity: one that is not anchored is found
  /// anywhere in a name.
  public static List<String> warnings(Identity identity) {
    List<String> all = new ArrayList<>();
    for (String pattern : List.of(identity.subjectPattern(), identity.issuerPattern())) {
      if (!pattern.isEmpty() && !(pattern.startsWith("^") && pattern.endsWith("$"))) {
        all.add(
            "the pattern '"
                + pattern
                + "' also fits names that only contain a fitting part; it should begin with ^ and"
                + " end with $");
      }
    }
    return all;
  }

  private static RefusedException refused(
      SigningCertificate certificate, String why, List<Identity> identities, String found) {
    String expected =
        identities.stream().map(IdentityMatch::words).collect(Collectors.joining(" or "));
    return new RefusedException(
        FailureClass.IDENTITY,
        certificate.where() + ": " + why + "; expected " + expected + ", found " + found,
        expected,
        found);
  }

  private static String words(Identity identity) {
    List<String> all = new ArrayList<>();
    add(all, "", identity.subject());
    add(all, "a name like ", identity.subjectPattern());
    add(all, "the issuer ", identity.issuer());
    add(all, "an issuer like ", identity.issuerPattern());
    identity.extensions().forEach((number, value) -> add(all, "extension " + number + " ", value));
    return String.join(", ", all);
  }

  private static void add(List<String> all, String before, String value) {
    if (!value.isEmpty()) {
      all.add(before + value);
    }
  }

  /// An identity with its patterns compiled.
  private record Wanted(Identity identity, List<Pattern> subject, List<Pattern> issuer) {
    static Wanted of(Identity identity) throws RefusedException {
      if (identity.subject().isEmpty() && identity.subjectPattern().isEmpty()) {
        throw new RefusedException(
            FailureClass.USAGE, "an identity without a name or a pattern for names is asked for");
      }
      if (identity.issuer().isEmpty() && identity.issuerPattern().isEmpty()) {
        throw new RefusedException(
            FailureClass.USAGE,
            "an identity without an issuer or a pattern for issuers is asked for");
      }
      return new Wanted(
          identity, pattern(identity.subjectPattern()), pattern(identity.issuerPattern()));
    }

    private static List<Pattern> pattern(String text) throws RefusedException {
      try {
        return text.isEmpty() ? List.of() : List.of(Pattern.compile(text));
      } catch (PatternSyntaxException e) {
        throw new RefusedException(
            FailureClass.USAGE, "'" + text + "' is no pattern of RE2: " + e.getDescription());
      }
    }

    boolean matches(String name, String tokenIssuer, Map<Integer, String> extensions) {
      for (var each : identity.extensions().entrySet()) {
        if (!each.getValue().equals(extensions.get(each.getKey()))) {
          return false;
        }
      }
      return fits(identity.subject(), subject, name)
          && fits(identity.issuer(), issuer, tokenIssuer);
    }

    private static boolean fits(String exact, List<Pattern> patterns, String text) {
      for (Pattern each : patterns) {
        if (!each.matcher(text).find()) {
          return false;
        }
      }
      return exact.isEmpty() || exact.equals(text);
    }
  }
}
