package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.bundle.InclusionProof;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.trust.LogInstance;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A log with a key made for the test, whose tree holds some other entries beside the wanted one.
///
/// @param host its name in checkpoints
/// @param pair its key
record MadeLog(String host, KeyPair pair, Bytes id) {
  static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
  static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
  private static final Window SINCE = new Window(Optional.of(START), Optional.empty());

  static MadeLog promising(String host) throws RefusedException {
    KeyPair pair = pair("EC", "secp256r1");
    return new MadeLog(host, pair, spki(pair).sha256());
  }

  /// @param kind of the key: `Ed25519`, `RSA`, or the name of a curve
  static MadeLog tiles(String host, String kind) throws RefusedException {
    KeyPair pair =
        switch (kind) {
          case "Ed25519", "RSA" -> pair(kind, "");
          default -> pair("EC", kind);
        };
    return new MadeLog(host, pair, NoteKey.of(host, key(pair)).hash());
  }

  static KeyPair pair(String algorithm, String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("RSA")) {
        generator.initialize(2048);
      } else if (!curve.isEmpty()) {
        generator.initialize(new ECGenParameterSpec(curve));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static Bytes spki(KeyPair pair) {
    return Bytes.of(pair.getPublic().getEncoded());
  }

  static VerificationKey key(KeyPair pair) throws RefusedException {
    return PublicKeys.spki("made", spki(pair));
  }

  static Bytes sign(KeyPair pair, Bytes message) {
    String algorithm =
        switch (pair.getPublic().getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> "Ed25519";
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(pair.getPrivate());
      signature.update(message.toArray());
      return Bytes.of(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  LogInstance trusted() throws RefusedException {
    return trusted(SINCE);
  }

  LogInstance trusted(Window window) throws RefusedException {
    return new LogInstance("https://" + host + ":8443/log", id, key(pair), window);
  }

  Bytes sign(Bytes message) {
    return sign(pair, message);
  }

  /// A signature line of this log below a text.
  String line(String name, String text) throws RefusedException {
    Bytes content = NoteKey.of(name, key(pair)).hint().plus(sign(Bytes.utf8(text)));
    return "\u2014 " + name + " " + content.toBase64() + "\n";
  }

  String checkpoint(String origin, long size, Bytes root) throws RefusedException {
    String text = origin + "\n" + size + "\n" + root.toBase64() + "\n";
    return text + "\n" + line(host, text);
  }

  /// An entry of Rekor v1 at the third place of five, the 1003rd of the whole log.
  LogEntry promised(String kind, String version, Bytes body) throws RefusedException {
    List<Bytes> leaves = beside(body);
    LogEntry bare =
        new LogEntry(
            1002,
            id,
            kind,
            version,
            NOW.getEpochSecond(),
            Optional.empty(),
            Optional.of(proof(host + " - 77", leaves)),
            body);
    return withPromise(bare);
  }

  LogEntry withPromise(LogEntry bare) throws RefusedException {
    return Entries.promise(bare, Optional.of(sign(SignedEntryTimestamp.signedBytes(bare))));
  }

  /// An entry of Rekor v2 at the third place of five.
  LogEntry tile(Bytes body) throws RefusedException {
    return new LogEntry(
        2,
        id,
        "hashedrekord",
        "0.0.2",
        0,
        Optional.empty(),
        Optional.of(proof(host, beside(body))),
        body);
  }

  private InclusionProof proof(String origin, List<Bytes> leaves) throws RefusedException {
    Bytes root = MadeTree.root(leaves);
    return new InclusionProof(
        2, root, leaves.size(), MadeTree.path(2, leaves), checkpoint(origin, leaves.size(), root));
  }

  private static List<Bytes> beside(Bytes body) {
    List<Bytes> leaves = new ArrayList<>();
    for (String each : List.of("a", "b", "", "d", "e")) {
      leaves.add(MerkleProof.leaf(each.isEmpty() ? body : Bytes.utf8(each)));
    }
    return leaves;
  }
}
