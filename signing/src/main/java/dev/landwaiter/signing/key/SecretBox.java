package dev.landwaiter.signing.key;

import dev.landwaiter.signing.Bytes;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/// Encryption under a password: scrypt (RFC 7914) for the key, then XSalsa20 and Poly1305 with the
/// tag in front, as NaCl's `secretbox` does.
final class SecretBox {
  static final int NONCE = 24;

  private static final int KEY = 32;
  private static final int TAG = 16;

  private SecretBox() {}

  /// @param cost memory and work of scrypt, N; the block size is 8, without parallelism
  record Lock(int cost, Bytes salt, Bytes nonce) {}

  /// Encrypts; the arrays stay the caller's to wipe.
  static byte[] seal(byte[] plain, byte[] password, Lock lock) {
    XSalsa20Engine stream = new XSalsa20Engine();
    byte[] once = start(stream, password, lock);
    byte[] box = new byte[TAG + plain.length];
    stream.processBytes(plain, 0, plain.length, box, TAG);
    System.arraycopy(tag(once, box), 0, box, 0, TAG);
    return box;
  }

  /// Decrypts; whoever takes the result wipes it.
  ///
  /// @return empty for a wrong password and for damage, which nobody can tell apart
  static Optional<byte[]> open(byte[] box, byte[] password, Lock lock) {
    if (box.length < TAG) {
      return Optional.empty();
    }
    XSalsa20Engine stream = new XSalsa20Engine();
    byte[] tag = tag(start(stream, password, lock), box);
    if (!MessageDigest.isEqual(tag, Arrays.copyOf(box, TAG))) {
      return Optional.empty();
    }
    byte[] plain = new byte[box.length - TAG];
    stream.processBytes(box, TAG, plain.length, plain, 0);
    return Optional.of(plain);
  }

  /// Readies the stream and takes the key of the tag from its beginning.
  private static byte[] start(XSalsa20Engine stream, byte[] password, Lock lock) {
    byte[] key = SCrypt.generate(password, lock.salt().toArray(), lock.cost(), 8, 1, KEY);
    stream.init(true, new ParametersWithIV(new KeyParameter(key), lock.nonce().toArray()));
    Arrays.fill(key, (byte) 0);
    byte[] once = new byte[KEY];
    stream.processBytes(once, 0, KEY, once, 0);
    return once;
  }

  private static byte[] tag(byte[] once, byte[] box) {
    var mac = new Poly1305();
    mac.init(new KeyParameter(once));
    Arrays.fill(once, (byte) 0);
    mac.update(box, TAG, box.length - TAG);
    byte[] tag = new byte[TAG];
    mac.doFinal(tag, 0);
    return tag;
  }
}
