package dev.landwaiter.signing;

import java.util.Map;

/// One signer that is asked for, by what his certificate must say. Empty texts count as not given;
/// a value and a pattern must both hold.
///
/// @param subject the wanted subject alternative name
/// @param subjectPattern RE2, found anywhere in the name
/// @param issuer the wanted issuer of the identity token
/// @param issuerPattern RE2, found anywhere in the issuer
/// @param extensions wanted values by the last number of their object identifier below
///   1.3.6.1.4.1.57264.1, such as 5 for the workflow's repository
public record Identity(
    String subject,
    String subjectPattern,
    String issuer,
    String issuerPattern,
    Map<Integer, String> extensions) {
  public Identity {
    extensions = Map.copyOf(extensions);
  }
}
