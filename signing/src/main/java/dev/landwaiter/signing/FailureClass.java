package dev.landwaiter.signing;

import java.util.Locale;

/// Why something was refused: the first step of verification that failed. The ids are stable and
/// stand in reports, logs and tests.
public enum FailureClass {
  /// Malformed JSON, Base64, DER, PEM or note, or a rule of the format broken.
  PARSE,
  /// A bound exceeded.
  LIMIT,
  /// A registry, log, timestamp authority or TUF repository could not be asked or answered wrongly.
  TRANSPORT,
  /// No signature or attestation of the wanted kind exists.
  NOT_FOUND,
  /// No usable key or root, or one that is malformed, expired or without its start of validity.
  TRUST_ROOT,
  /// Entry of a transparency log missing, its promise, proof or checkpoint wrong, or not about this
  /// signature.
  LOG,
  /// No acceptable time of signing, or one outside a period of validity.
  TIME,
  /// The certificates do not lead to a trusted authority at the time of signing.
  CHAIN,
  /// Proof of certificate transparency missing or wrong.
  SCT,
  /// Name, issuer or extension of the certificate are not the wanted ones, or the material is of
  /// another kind than was asked for.
  IDENTITY,
  /// The signature is wrong, or its key or algorithm is not permitted.
  SIGNATURE,
  /// A good signature about something else, or with other annotations.
  SUBJECT,
  /// Type of predicate missing, different or not decodable.
  PREDICATE,
  /// A policy is not satisfied.
  POLICY,
  /// Revoked, or rejected by a plugin.
  REVOKED,
  /// Contradictory or missing options.
  USAGE;

  /// The id in reports, such as `trust-root`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
