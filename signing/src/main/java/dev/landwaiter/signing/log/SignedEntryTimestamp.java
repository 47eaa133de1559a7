package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.bundle.LogEntry;

/// The promise of Rekor v1 that it took an entry at a time.
public final class SignedEntryTimestamp {
  private static final long LARGEST = 1L << 53;

  private SignedEntryTimestamp() {}

  /// What the log signs: the canonical JSON of body, time, log and index in the whole log.
  ///
  /// @throws RefusedException with PARSE for numbers that canonical JSON does not have
  public static Bytes signedBytes(LogEntry entry) throws RefusedException {
    if (entry.integratedTime() > LARGEST || entry.logIndex() > LARGEST) {
      throw new RefusedException(FailureClass.PARSE, "a number of the log entry is too large");
    }
    return Bytes.utf8(
        "{\"body\":\"%s\",\"integratedTime\":%d,\"logID\":\"%s\",\"logIndex\":%d}"
            .formatted(
                entry.body().toBase64(),
                entry.integratedTime(),
                entry.logId().toHex(),
                entry.logIndex()));
  }

  /// Whether this key made the promise. Only ECDSA keys do.
  static boolean verifies(VerificationKey key, Bytes signedBytes, Bytes promise)
      throws RefusedException {
    return key.details().scheme() == PublicKeyDetails.Scheme.ECDSA
        && LogSignature.verifies(key, signedBytes, promise);
  }
}
