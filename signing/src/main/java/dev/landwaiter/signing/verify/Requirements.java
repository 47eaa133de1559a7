package dev.landwaiter.signing.verify;

import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.Window;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the caller asks of a signature. What he does not ask for ends in the result as a
/// [Relaxation].
///
/// @param signer who must have signed
/// @param logs so many distinct transparency logs must hold it; 0 leaves the logs out
/// @param timestamps so many distinct authorities must have stamped it. With 0 the timestamps of
///   material that has no other proof of time still count, where such a proof is needed
/// @param certificateLogs so many distinct logs must hold the certificate; means nothing for keys
/// @param wanted what kind of signature
/// @param annotations the signature must carry them, with these texts
/// @param relaxations of these, only [Relaxation#CLAIMS_NOT_CHECKED] and [Relaxation#ANY_PREDICATE]
///   are for the caller to give
public record Requirements(
    Signer signer,
    int logs,
    int timestamps,
    int certificateLogs,
    Wanted wanted,
    Map<String, String> annotations,
    Set<Relaxation> relaxations) {
  public Requirements {
    annotations = Map.copyOf(annotations);
    relaxations = Set.copyOf(relaxations);
  }

  /// Who must have signed.
  public sealed interface Signer {
    /// Whoever holds the private half.
    ///
    /// @param validFor when the key is good; [Window#OPEN] for one that came without a period
    record Key(VerificationKey key, Window validFor) implements Signer {}

    /// Any of these, by a certificate of a trusted authority.
    record Identities(List<Identity> any) implements Signer {
      public Identities {
        any = List.copyOf(any);
      }
    }
  }

  /// What kind of signature is asked for.
  public sealed interface Wanted {
    /// One that says: this artifact is signed. A statement counts only when its type says so.
    record Signature() implements Wanted {}

    /// A statement of one of these types; of any, when none is named.
    record Attestation(Set<String> predicateTypes) implements Wanted {
      public Attestation {
        predicateTypes = Set.copyOf(predicateTypes);
      }
    }
  }

  /// A signature by a key: one log, nothing else.
  public static Requirements key(VerificationKey key) {
    return new Requirements(
        new Signer.Key(key, Window.OPEN), 1, 0, 0, new Wanted.Signature(), Map.of(), Set.of());
  }

  /// A signature by any of these identities: one log, one certificate log.
  public static Requirements identities(List<Identity> any) {
    return new Requirements(
        new Signer.Identities(any), 1, 0, 1, new Wanted.Signature(), Map.of(), Set.of());
  }

  public Requirements withLogs(int least) {
    return new Requirements(
        signer, least, timestamps, certificateLogs, wanted, annotations, relaxations);
  }

  public Requirements withTimestamps(int least) {
    return new Requirements(signer, logs, least, certificateLogs, wanted, annotations, relaxations);
  }

  public Requirements withCertificateLogs(int least) {
    return new Requirements(signer, logs, timestamps, least, wanted, annotations, relaxations);
  }

  public Requirements withWanted(Wanted kind) {
    return new Requirements(
        signer, logs, timestamps, certificateLogs, kind, annotations, relaxations);
  }

  public Requirements withAnnotations(Map<String, String> all) {
    return new Requirements(signer, logs, timestamps, certificateLogs, wanted, all, relaxations);
  }

  public Requirements withRelaxations(Set<Relaxation> all) {
    return new Requirements(signer, logs, timestamps, certificateLogs, wanted, annotations, all);
  }
}
