package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import java.util.ArrayList;
import java.util.List;

/// Merkle trees by their recursive definition (RFC 9162, 2.1.1 and 2.1.3.1), which shares nothing
/// with how proofs are verified.
final class MadeTree {
  private MadeTree() {}

  static Bytes root(List<Bytes> leafHashes) {
    if (leafHashes.size() == 1) {
      return leafHashes.getFirst();
    }
    int half = Integer.highestOneBit(leafHashes.size() - 1);
    return MerkleProof.node(
        root(leafHashes.subList(0, half)), root(leafHashes.subList(half, leafHashes.size())));
  }

  static List<Bytes> path(int index, List<Bytes> leafHashes) {
    if (leafHashes.size() == 1) {
      return List.of();
    }
    int half = Integer.highestOneBit(leafHashes.size() - 1);
    List<Bytes> left = leafHashes.subList(0, half);
    List<Bytes> right = leafHashes.subList(half, leafHashes.size());
    List<Bytes> path =
        new ArrayList<>(index < half ? path(index, left) : path(index - half, right));
    path.add(root(index < half ? right : left));
    return path;
  }
}
