package dev.landwaiter.oci.layer;

import dev.landwaiter.base.digest.Digest;
import java.security.MessageDigest;

/// A running hash over the bytes of a layer. Used by one thread.
interface LayerHash {
  void update(byte[] bytes, int offset, int length);

  /// The hash of everything, once.
  byte[] digest();

  /// The fastest hash there is for the algorithm: the system's libcrypto where it is installed,
  /// else the JDK's. Both give the same; the JDK's is slow until the VM has compiled it in full.
  static LayerHash of(Digest wanted) {
    return wanted.algorithm().equals("sha256") && CryptoHash.LIBRARY.isPresent()
        ? new CryptoHash(CryptoHash.LIBRARY.get())
        : new Jdk(wanted.newHash());
  }

  /// The JDK's.
  record Jdk(MessageDigest hash) implements LayerHash {
    @Override
    public void update(byte[] bytes, int offset, int length) {
      hash.update(bytes, offset, length);
    }

    @Override
    public byte[] digest() {
      return hash.digest();
    }
  }
}
