package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.List;

/// That a leaf stands at a place of a Merkle tree (RFC 9162, 2.1.3).
///
/// @param index of the leaf, from 0
/// @param size of the tree, in leaves
/// @param path hashes of the siblings, from the leaf upwards
public record MerkleProof(long index, long size, List<Bytes> path) {
  private static final int HASH = 32;
  private static final Bytes LEAF = Bytes.of(new byte[] {0});
  private static final Bytes NODE = Bytes.of(new byte[] {1});

  public MerkleProof {
    path = List.copyOf(path);
  }

  /// The hash of a leaf.
  public static Bytes leaf(Bytes content) {
    return LEAF.plus(content).sha256();
  }

  /// The hash of a node above two others.
  public static Bytes node(Bytes left, Bytes right) {
    return NODE.plus(left).plus(right).sha256();
  }

  /// The root to which the path leads from this leaf.
  ///
  /// @throws RefusedException with LOG when the path is too short or too long for that place, or
  ///   the place is not in the tree
  public Bytes root(Bytes leafHash) throws RefusedException {
    if (index < 0 || size <= 0 || index >= size) {
      throw wrong("entry %d is not in a tree of %d".formatted(index, size));
    }
    long place = index;
    long last = size - 1;
    Bytes hash = leafHash;
    for (Bytes sibling : path) {
      if (sibling.size() != HASH) {
        throw wrong("a hash of %d bytes".formatted(sibling.size()));
      }
      if (last == 0) {
        throw wrong("it has too many hashes");
      }
      if ((place & 1) == 1 || place == last) {
        hash = node(sibling, hash);
        while ((place & 1) == 0 && place != 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, sibling);
      }
      place >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      throw wrong("it has too few hashes");
    }
    return hash;
  }

  /// Requires that the path leads from this leaf to that root.
  public void require(Bytes leafHash, Bytes root) throws RefusedException {
    Bytes reached = root(leafHash);
    if (!reached.equals(root)) {
      throw new RefusedException(
          FailureClass.LOG,
          "the inclusion proof leads to another root than the log's",
          root.toHex(),
          reached.toHex());
    }
  }

  private static RefusedException wrong(String why) {
    return new RefusedException(FailureClass.LOG, "the inclusion proof is wrong: " + why);
  }
}
