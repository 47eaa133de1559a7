package dev.landwaiter.oci.layer;

/// Which file stands behind each path of a layer so far, for the hard links that may follow: its
/// number in order and its size, by a hash of its path, in 20 bytes per path and without an object
/// for any.
///
/// Two paths with one hash would exchange their content, which a layer could contain anyway.
final class LinkTargets {
  private long[] hashes = new long[1 << 10];
  private long[] sizes = new long[1 << 10];
  private int[] numbers = new int[1 << 10];
  private int count;

  /// @param number from 1
  void put(String path, int number, long size) {
    if (count * 3L > hashes.length * 2L) {
      grow();
    }
    put(hash(path), number, size);
  }

  /// The place of a path, or -1 when it is not known; for [#number] and [#size].
  int find(String path) {
    int at = slot(hash(path));
    return numbers[at] == 0 ? -1 : at;
  }

  int number(int place) {
    return numbers[place];
  }

  long size(int place) {
    return sizes[place];
  }

  private void put(long hash, int number, long size) {
    int at = slot(hash);
    if (numbers[at] == 0) {
      count++;
    }
    hashes[at] = hash;
    numbers[at] = number;
    sizes[at] = size;
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int at = (int) (hash ^ (hash >>> 32)) & mask;
    while (numbers[at] != 0 && hashes[at] != hash) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldHashes = hashes;
    long[] oldSizes = sizes;
    int[] oldNumbers = numbers;
    hashes = new long[oldHashes.length * 2];
    sizes = new long[oldHashes.length * 2];
    numbers = new int[oldHashes.length * 2];
    count = 0;
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldNumbers[i] != 0) {
        put(oldHashes[i], oldNumbers[i], oldSizes[i]);
      }
    }
  }

  private static long hash(String path) {
    long hash = 0xcbf2_9ce4_8422_2325L;
    for (int i = 0; i < path.length(); i++) {
      hash = (hash ^ path.charAt(i)) * 0x100_0000_01b3L;
    }
    return hash;
  }
}
