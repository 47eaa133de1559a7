package dev.landwaiter.oci.layer;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageLayer;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Optional;

/// The stored bytes of a layer on their way to decompression: counted, hashed, and held against
/// what the layer's descriptor promises.
final class StoredBytes extends InputStream {
  private static final Digest ANY = new Digest("sha256", "");

  private final InputStream stored;
  private final String where;
  private final long promisedSize;
  private final Optional<Digest> promised;
  private final Limits limits;
  private final byte[] head;
  private final Compression compression;
  private final Optional<LayerHash> hash;
  private int headAt;
  private long count;

  StoredBytes(ImageLayer layer, InputStream stored, String where, Limits limits)
      throws IOException {
    this.stored = stored;
    this.where = where;
    this.limits = limits;
    promisedSize = layer.storedSize();
    promised = Digest.parse(layer.digest());
    if (promised.isEmpty() && !layer.digest().isEmpty()) {
      throw new ImageException(
          ImageException.Code.UNSUPPORTED, where + ": its digest is of no supported algorithm");
    }
    head = stored.readNBytes(Compression.HEAD);
    compression = Compression.detect(head);
    boolean plain = compression == Compression.NONE;
    hash =
        plain && promised.isEmpty()
            ? Optional.empty()
            : Optional.of(LayerHash.of(promised.orElse(ANY)));
  }

  Compression compression() {
    return compression;
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int part;
    if (headAt < head.length) {
      part = Math.min(length, head.length - headAt);
      System.arraycopy(head, headAt, into, offset, part);
      headAt += part;
    } else {
      part = stored.read(into, offset, length);
    }
    if (part > 0) {
      count += part;
      if (hash.isPresent()) {
        hash.get().update(into, offset, part);
      }
      if (promisedSize >= 0 && count > promisedSize) {
        throw wrongSize("more than ");
      }
      limits.check(Limit.BYTES_PER_LAYER, count, where);
    }
    return part;
  }

  /// Checks size and digest once all is read.
  ///
  /// @return the digest of the stored bytes, or empty for a plain tar without a promised one
  /// @throws ImageException with DIGEST_MISMATCH
  String verify() throws IOException {
    var rest = new byte[4096];
    while (read(rest, 0, rest.length) > 0) {
      // decompression may end before the stored bytes do
    }
    if (promisedSize >= 0 && count < promisedSize) {
      throw wrongSize("only " + count + " of ");
    }
    if (hash.isEmpty()) {
      return "";
    }
    String algorithm = promised.map(Digest::algorithm).orElse("sha256");
    var actual = new Digest(algorithm, HexFormat.of().formatHex(hash.get().digest()));
    if (promised.isPresent() && !promised.get().equals(actual)) {
      throw Descriptor.mismatch(where, promised.get().toString(), actual.toString());
    }
    return actual.toString();
  }

  private ImageException wrongSize(String amount) {
    return new ImageException(
        ImageException.Code.DIGEST_MISMATCH,
        where + ": " + amount + "the " + promisedSize + " bytes that its descriptor promises");
  }
}
