package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.verify.Artifact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.Map;

/// The file that a signature must be about, or what is known of it.
final class BlobArtifact {
  /// Larger files are hashed as they are read; only pure Ed25519 wants the whole content.
  private static final int WHOLE = 64 << 20;

  private BlobArtifact() {}

  /// From an argument: a file, `-` for standard input, or `sha256:` and the digits where no file of
  /// that name is there.
  static Artifact of(Invocation invocation, String argument) throws UsageException, IOException {
    if (argument.equals("-")) {
      return content(invocation.world().stdin());
    }
    int colon = argument.indexOf(':');
    if (colon > 0 && !FileText.exists(invocation, argument)) {
      if (HashAlgorithm.shortNamed(argument.substring(0, colon)).isPresent()) {
        return digest(argument.substring(0, colon), argument.substring(colon + 1));
      }
    }
    try (InputStream in = Files.newInputStream(CosignCommand.path(invocation, argument))) {
      return content(in);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + argument, e);
    }
  }

  /// From a digest alone.
  ///
  /// @throws UsageException for an unknown hash or digits that are no digest of it
  static Artifact digest(String algorithm, String digits) throws UsageException {
    HashAlgorithm hash =
        HashAlgorithm.shortNamed(algorithm)
            .orElseThrow(() ->
                new UsageException(
                    "\""
                        + algorithm
                        + "\" is no hash for signatures: sha256, sha384 and sha512 are"));
    try {
      Bytes digest = Bytes.hex(digits);
      if (digest.size() == hash.size()) {
        return new Artifact.Digests(Map.of(hash, digest));
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new UsageException(
        "\"%s\" is no digest of %s, which has %d hexadecimal digits"
            .formatted(digits, algorithm, 2 * hash.size()));
  }

  private static Artifact content(InputStream in) throws IOException {
    byte[] start = in.readNBytes(WHOLE);
    if (start.length < WHOLE) {
      return new Artifact.Blob(Bytes.of(start));
    }
    Map<HashAlgorithm, MessageDigest> hashes = new EnumMap<>(HashAlgorithm.class);
    for (HashAlgorithm each : HashAlgorithm.values()) {
      MessageDigest hash = Digest.newHash(each.jdkName());
      hash.update(start);
      hashes.put(each, hash);
    }
    byte[] buffer = new byte[1 << 16];
    for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
      for (MessageDigest hash : hashes.values()) {
        hash.update(buffer, 0, size);
      }
    }
    Map<HashAlgorithm, Bytes> digests = new EnumMap<>(HashAlgorithm.class);
    hashes.forEach((algorithm, hash) -> digests.put(algorithm, Bytes.of(hash.digest())));
    return new Artifact.Digests(digests);
  }
}
