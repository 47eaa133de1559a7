package dev.landwaiter.signing.bundle;

import dev.landwaiter.signing.Bytes;
import java.util.List;

/// That an entry is in a log (sigstore protobuf-specs, `InclusionProof`).
///
/// @param logIndex place of the entry in its tree; not the index in the whole log
/// @param hashes from the leaf to the root
/// @param checkpoint the signed note, or empty
public record InclusionProof(
    long logIndex, Bytes rootHash, long treeSize, List<Bytes> hashes, String checkpoint) {
  public InclusionProof {
    hashes = List.copyOf(hashes);
  }
}
