package dev.landwaiter.oci;

import dev.landwaiter.base.digest.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/// The bytes that a descriptor promises: as many, and with that digest. The last of them are handed
/// out only when the digest is right.
public final class Verified extends FilterInputStream {
  private final String what;
  private final Descriptor descriptor;
  private final MessageDigest hash;
  private long count;
  private boolean right;

  /// @param what the content is, for messages
  public Verified(InputStream in, String what, Descriptor descriptor) {
    super(in);
    this.what = what;
    this.descriptor = descriptor;
    this.hash = descriptor.digest().newHash();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = in.read(into, offset, length);
    if (read < 0 && count < descriptor.size()) {
      throw new ImageException(
          ImageException.Code.DIGEST_MISMATCH,
          "the %s ends after %d of %d bytes".formatted(what, count, descriptor.size()));
    }
    if (read > 0) {
      count += read;
      hash.update(into, offset, read);
    }
    if (count > descriptor.size()) {
      throw tooLong(what, descriptor.size());
    }
    if (count == descriptor.size() && !right) {
      requireDigest();
    }
    return read;
  }

  private void requireDigest() throws ImageException {
    Digest promised = descriptor.digest();
    var actual = new Digest(promised.algorithm(), HexFormat.of().formatHex(hash.digest()));
    if (!actual.equals(promised)) {
      throw Descriptor.mismatch(what, promised.toString(), actual.toString());
    }
    right = true;
  }

  /// The error for content that goes on beyond its size.
  public static ImageException tooLong(String what, long size) {
    return new ImageException(
        ImageException.Code.DIGEST_MISMATCH,
        "the %s is longer than the %d bytes of its descriptor".formatted(what, size));
  }

  @Override
  public long skip(long wanted) throws IOException {
    byte[] rest = new byte[Math.clamp(wanted, 0, 8 << 10)];
    return rest.length == 0 ? 0 : Math.max(0, read(rest, 0, rest.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
