package dev.landwaiter.rego.bundle;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.load.DataFile;
import dev.landwaiter.rego.load.LoadException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/// A file of a bundle as its signature lists it: documents are hashed in a normal form, everything
/// else as it is (reference 15.6).
///
/// @param name its path
/// @param hash in hexadecimal digits
record FileHash(String name, String hash, String algorithm) {
  static final String STANDARD = "SHA-256";

  private static final Set<String> ALGORITHMS =
      Set.of(
          "MD5", "SHA-1", "SHA-224", STANDARD, "SHA-384", "SHA-512", "SHA-512-224", "SHA-512-256");

  /// Hashes a file.
  ///
  /// @throws LoadException for an unknown algorithm, or for a document that cannot be read
  static FileHash of(String name, byte[] content, String algorithm) throws LoadException {
    String file = name.substring(name.lastIndexOf('/') + 1);
    return switch (file) {
      case "data.json", ".manifest" -> of(name, DataFile.json(name, content), algorithm);
      case "data.yaml" -> of(name, DataFile.yaml(name, content), algorithm);
      default -> new FileHash(name, digest(content, algorithm), algorithm);
    };
  }

  /// Hashes a document: members sorted, no blanks, numbers as they are written.
  static FileHash of(String name, Value document, String algorithm) throws LoadException {
    String text = JsonWriter.toText(document, JsonStyle.COMPACT.sorted().withoutHtmlEscapes());
    return new FileHash(name, digest(text.getBytes(StandardCharsets.UTF_8), algorithm), algorithm);
  }

  private static String digest(byte[] content, String algorithm) throws LoadException {
    if (!ALGORITHMS.contains(algorithm)) {
      throw new LoadException("unsupported hash algorithm: " + algorithm);
    }
    try {
      // The JDK separates the parts of the short forms of SHA-512 by a slash.
      String name =
          algorithm.startsWith("SHA-512-") ? "SHA-512/" + algorithm.substring(8) : algorithm;
      return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new LoadException("unsupported hash algorithm: " + algorithm);
    }
  }

  /// As it stands in the token.
  ObjectValue json() {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("name"), Value.of(name));
    draft.put(Value.of("hash"), Value.of(hash));
    draft.put(Value.of("algorithm"), Value.of(algorithm));
    return draft.finish();
  }
}
