package dev.landwaiter.signing.verify;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.TimeProof;
import dev.landwaiter.signing.bundle.Evidence;
import java.util.List;

/// A signature that passed every step. Only the verifier makes one; whoever holds one need not
/// check again.
///
/// @param <T> what it says
public final class Verified<T> {
  private final T claim;
  private final Bytes payload;
  private final Evidence evidence;
  private final SignedBy signer;
  private final Proofs proofs;

  /// What was proven about log and time, and what was left out.
  record Proofs(List<TimeProof> times, List<CountedEntry> entries, List<Relaxation> relaxations) {
    Proofs {
      times = List.copyOf(times);
      entries = List.copyOf(entries);
      relaxations = List.copyOf(relaxations);
    }
  }

  Verified(T claim, Bytes payload, Evidence evidence, SignedBy signer, Proofs proofs) {
    this.claim = claim;
    this.payload = payload;
    this.evidence = evidence;
    this.signer = signer;
    this.proofs = proofs;
  }

  /// What the signature says.
  public T claim() {
    return claim;
  }

  /// The very bytes that are signed, for policies; empty for a file, which the caller has.
  public Bytes payload() {
    return payload;
  }

  public SignedBy signer() {
    return signer;
  }

  /// When it existed, every proof of it.
  public List<TimeProof> times() {
    return proofs.times();
  }

  /// The log entries that count.
  public List<CountedEntry> entries() {
    return proofs.entries();
  }

  /// What was not checked.
  public List<Relaxation> relaxations() {
    return proofs.relaxations();
  }

  public Evidence.Form form() {
    return evidence.form();
  }

  /// Where it was found.
  public String origin() {
    return evidence.origin();
  }

  /// The material, for output; only what the other methods give is proven.
  public Evidence evidence() {
    return evidence;
  }
}
