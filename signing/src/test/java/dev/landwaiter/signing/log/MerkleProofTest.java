package dev.landwaiter.signing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MerkleProofTest {
  /// RFC 9162, 2.1.1: the hash of a leaf of nothing, a value that the JDK alone tells.
  @Test
  void hashesLeavesAndNodesApart() {
    assertThat(MerkleProof.leaf(Bytes.EMPTY).toHex())
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    Bytes left = MerkleProof.leaf(Bytes.utf8("l"));
    Bytes right = MerkleProof.leaf(Bytes.utf8("r"));
    assertThat(MerkleProof.node(left, right)).isNotEqualTo(MerkleProof.leaf(left.plus(right)));
  }

  static IntStream sizes() {
    return IntStream.rangeClosed(1, 70);
  }

  @MethodSource("sizes")
  @ParameterizedTest
  void everyPlaceOfEveryTreeIsProvenAndNothingElse(int size) throws RefusedException {
    List<Bytes> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      leaves.add(MerkleProof.leaf(Bytes.utf8("entry " + i)));
    }
    Bytes root = MadeTree.root(leaves);
    for (int index = 0; index < size; index++) {
      List<Bytes> path = MadeTree.path(index, leaves);
      Bytes leaf = leaves.get(index);
      new MerkleProof(index, size, path).require(leaf, root);
      refusesOthers(index, size, path, leaf, root);
    }
  }

  private static void refusesOthers(int index, int size, List<Bytes> path, Bytes leaf, Bytes root) {
    for (int other = -1; other <= size; other++) {
      if (other != index) {
        refuses(new MerkleProof(other, size, path), leaf, root);
      }
    }
    List<Bytes> longer = new ArrayList<>(path);
    longer.add(root);
    refuses(new MerkleProof(index, size, longer), leaf, root);
    for (int i = 0; i < path.size(); i++) {
      List<Bytes> shorter = new ArrayList<>(path);
      shorter.remove(i);
      refuses(new MerkleProof(index, size, shorter), leaf, root);
      List<Bytes> changed = new ArrayList<>(path);
      byte[] hash = path.get(i).toArray();
      hash[i] ^= 4;
      changed.set(i, Bytes.of(hash));
      refuses(new MerkleProof(index, size, changed), leaf, root);
      if (i > 0) {
        List<Bytes> swapped = new ArrayList<>(path);
        Collections.swap(swapped, 0, i);
        refuses(new MerkleProof(index, size, swapped), leaf, root);
      }
    }
    refuses(new MerkleProof(index, size, path), MerkleProof.leaf(Bytes.utf8("other")), root);
    refuses(new MerkleProof(index, size, path), leaf, MerkleProof.leaf(root));
  }

  private static void refuses(MerkleProof proof, Bytes leaf, Bytes root) {
    assertThatThrownBy(() -> proof.require(leaf, root))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.LOG));
  }

  /// Sizes for which the path of a place is of another form. (A tree of another size can share a
  /// path; the checkpoint's signature is what binds the size.)
  @CsvSource({"0,1,2", "0,2,3", "3,4,5", "3,4,9", "5,6,70", "2,5,3"})
  @ParameterizedTest
  void aPathOfAnotherFormIsRefused(int index, int size, int other) {
    List<Bytes> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      leaves.add(MerkleProof.leaf(Bytes.utf8("entry " + i)));
    }
    refuses(
        new MerkleProof(index, other, MadeTree.path(index, leaves)),
        leaves.get(index),
        MadeTree.root(leaves));
  }

  @Test
  void emptyTreesHugeNumbersAndWrongHashesAreRefused() {
    Bytes leaf = MerkleProof.leaf(Bytes.EMPTY);
    refuses(new MerkleProof(0, 0, List.of()), leaf, leaf);
    refuses(new MerkleProof(0, -1, List.of()), leaf, leaf);
    refuses(new MerkleProof(Long.MAX_VALUE, Long.MAX_VALUE, List.of()), leaf, leaf);
    refuses(
        new MerkleProof(Long.MAX_VALUE - 1, Long.MAX_VALUE, Collections.nCopies(70, leaf)),
        leaf,
        leaf);
    refuses(new MerkleProof(0, 2, List.of(leaf.slice(0, 31))), leaf, leaf);
    refuses(new MerkleProof(0, 2, List.of(leaf.plus(leaf))), leaf, leaf);
  }
}
