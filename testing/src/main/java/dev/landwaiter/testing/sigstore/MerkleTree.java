package dev.landwaiter.testing.sigstore;

import java.util.ArrayList;
import java.util.List;

/// The tree of a log (RFC 6962, 2.1), computed anew for every question.
final class MerkleTree {
  private final List<byte[]> leaves = new ArrayList<>();

  void add(byte[] entry) {
    leaves.add(Material.sha256(new byte[] {0}, entry));
  }

  int size() {
    return leaves.size();
  }

  byte[] leaf(int index) {
    return leaves.get(index);
  }

  byte[] root() {
    return root(leaves);
  }

  /// From the leaf to the root.
  List<byte[]> proof(int index) {
    List<byte[]> path = new ArrayList<>();
    prove(index, leaves, path);
    return path;
  }

  private static void prove(int index, List<byte[]> leaves, List<byte[]> path) {
    if (leaves.size() == 1) {
      return;
    }
    int left = split(leaves.size());
    if (index < left) {
      prove(index, leaves.subList(0, left), path);
      path.add(root(leaves.subList(left, leaves.size())));
    } else {
      prove(index - left, leaves.subList(left, leaves.size()), path);
      path.add(root(leaves.subList(0, left)));
    }
  }

  private static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return Material.sha256();
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int left = split(leaves.size());
    return Material.sha256(
        new byte[] {1}, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
  }

  /// The largest power of two that is smaller.
  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }
}
