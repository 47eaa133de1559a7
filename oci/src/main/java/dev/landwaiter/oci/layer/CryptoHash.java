package dev.landwaiter.oci.layer;

import dev.landwaiter.base.digest.Digest;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// SHA-256 by OpenSSL's libcrypto.
final class CryptoHash implements LayerHash {
  /// The library, when it is installed and hashes as the JDK does.
  static final Optional<CryptoLibrary> LIBRARY =
      CryptoLibrary.find().filter(CryptoHash::agreesWithTheJdk);

  /// `SHA256_CTX` of OpenSSL takes 112 bytes; no version needs more than this.
  private static final int CONTEXT_SIZE = 256;

  private static final int HASH_SIZE = 32;

  private final CryptoLibrary library;
  private final MemorySegment context;

  CryptoHash(CryptoLibrary library) {
    this.library = library;
    Arena arena = Arena.ofAuto();
    context = arena.allocate(CONTEXT_SIZE, 16);
    library.init(context);
  }

  private static boolean agreesWithTheJdk(CryptoLibrary library) {
    byte[] text = "landwaiter".repeat(100).getBytes(StandardCharsets.US_ASCII);
    var hash = new CryptoHash(library);
    hash.update(text, 0, 7);
    hash.update(text, 7, text.length - 7);
    return Arrays.equals(hash.digest(), Digest.newSha256().digest(text));
  }

  @Override
  public void update(byte[] bytes, int offset, int length) {
    library.update(context, MemorySegment.ofArray(bytes).asSlice(offset, length), length);
  }

  @Override
  public byte[] digest() {
    var result = new byte[HASH_SIZE];
    library.end(MemorySegment.ofArray(result), context);
    return result;
  }
}
