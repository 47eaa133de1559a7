package dev.landwaiter.rego.builtin.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// `crypto.md5`, `crypto.sha*` and `crypto.hmac.*` (reference 12.2), by the JDK.
public final class DigestFunctions {
  private DigestFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        digest("crypto.md5", "MD5"),
        digest("crypto.sha1", "SHA-1"),
        digest("crypto.sha256", "SHA-256"),
        mac("crypto.hmac.md5", "HmacMD5"),
        mac("crypto.hmac.sha1", "HmacSHA1"),
        mac("crypto.hmac.sha256", "HmacSHA256"),
        mac("crypto.hmac.sha512", "HmacSHA512"),
        new Builtin(
            Declaration.of("crypto.hmac.equal")
                .takes("mac1", Type.STRING)
                .takes("mac2", Type.STRING)
                .gives(Type.BOOLEAN),
            (_, a) ->
                Value.of(
                    MessageDigest.isEqual(
                        Operands.string(a, 0).getBytes(UTF_8),
                        Operands.string(a, 1).getBytes(UTF_8)))));
  }

  private static Builtin digest(String name, String algorithm) {
    return new Builtin(
        Declaration.of(name).takes("x", Type.STRING).gives(Type.STRING),
        (_, a) -> Value.of(hex(digest(algorithm, Operands.string(a, 0).getBytes(UTF_8)))));
  }

  private static Builtin mac(String name, String algorithm) {
    return new Builtin(
        Declaration.of(name).takes("x", Type.STRING).takes("key", Type.STRING).gives(Type.STRING),
        (_, a) -> {
          byte[] message = Operands.string(a, 0).getBytes(UTF_8);
          return Value.of(hex(mac(algorithm, Operands.string(a, 1).getBytes(UTF_8), message)));
        });
  }

  /// The digest of bytes by an algorithm every JDK has.
  public static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks " + algorithm, e);
    }
  }

  /// The keyed digest of a message by an algorithm every JDK has; the key may be empty.
  public static byte[] mac(String algorithm, byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance(algorithm);
      // An empty key counts as zeros, and the JDK takes no empty one.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks " + algorithm, e);
    }
  }

  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
