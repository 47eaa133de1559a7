package dev.landwaiter.signing.key;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.encoding.StrictJson;
import java.io.IOException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// Private keys in the encrypted files that `cosign` writes, and in the plain forms that can be
/// imported.
public final class PrivateKeyFile {
  private static final String LABEL = "ENCRYPTED SIGSTORE PRIVATE KEY";
  private static final Set<String> LABELS = Set.of(LABEL, "ENCRYPTED COSIGN PRIVATE KEY");

  /// The work that scrypt may be asked for; more would let a file stop the reader.
  private static final Set<Long> COSTS = Set.of(32_768L, 65_536L, 131_072L);

  private static final int COST = 65_536;
  private static final int SALT = 32;
  private static final int LONGEST_SALT = 1_024;

  private PrivateKeyFile() {}

  /// Reads an encrypted key.
  ///
  /// @param where the name of the text, for messages
  /// @param passwords asked once, when everything else about the file is right
  /// @throws RefusedException with PARSE for anything but a well-formed encrypted key, with
  ///   SIGNATURE when the password is wrong or the file damaged
  public static LocalKey read(String where, Bytes text, PasswordSource passwords)
      throws IOException {
    Pem block =
        Pem.first(where, text.toText())
            .orElseThrow(() ->
                new RefusedException(
                    FailureClass.PARSE, where + ": no private key in PEM form is there"));
    if (!LABELS.contains(block.label())) {
      throw new RefusedException(
          FailureClass.PARSE,
          "%s: '%s' stands where an encrypted private key is wanted%s"
              .formatted(where, block.label(), hint(block.label())),
          LABEL,
          block.label());
    }
    return decrypt(where, block.content(), passwords);
  }

  private static String hint(String label) {
    return switch (label) {
      case "PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY" ->
          "; import-key-pair makes one from it";
      default -> "";
    };
  }

  /// A key from a file in any of the forms that can be imported: `PRIVATE KEY`, `RSA PRIVATE KEY`,
  /// `EC PRIVATE KEY`, and the encrypted form of [#read]. RSA must be of 2048, 3072 or 4096 bits.
  ///
  /// @param text stays the caller's to wipe
  /// @throws RefusedException with PARSE or SIGNATURE
  public static LocalKey importing(String where, byte[] text, PasswordSource passwords)
      throws IOException {
    SecretPem block = SecretPem.read(where, text);
    byte[] content = block.content();
    try {
      LocalKey key =
          switch (block.label()) {
            case "PRIVATE KEY" -> LocalKey.read(where, content);
            case "RSA PRIVATE KEY" -> wrapped(where, Pkcs8.ofPkcs1(content));
            case "EC PRIVATE KEY" -> wrapped(where, Pkcs8.ofSec1(content));
            case LABEL, "ENCRYPTED COSIGN PRIVATE KEY" ->
                decrypt(where, Bytes.of(content), passwords);
            default ->
                throw new RefusedException(
                    FailureClass.PARSE,
                    where + ": '" + block.label() + "' is no private key that can be imported");
          };
      requireCommonSize(where, key);
      return key;
    } catch (InvalidKeyException e) {
      throw new RefusedException(
          FailureClass.SIGNATURE, where + ": the private key cannot be used: " + e.getMessage());
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  /// The key in a file of one of the unencrypted forms, for TLS.
  ///
  /// @param text stays the caller's to wipe
  public static PrivateKey plain(String where, byte[] text) throws IOException {
    return importing(
            where,
            text,
            new PasswordSource() {
              @Override
              public byte[] existing(String what) throws IOException {
                throw new IOException(where + ": an encrypted key cannot be used here");
              }

              @Override
              public byte[] chosen(String what) throws IOException {
                return existing(what);
              }
            })
        .bare();
  }

  private static LocalKey wrapped(String where, byte[] der) throws RefusedException {
    try {
      return LocalKey.read(where, der);
    } finally {
      Arrays.fill(der, (byte) 0);
    }
  }

  private static void requireCommonSize(String where, LocalKey key) throws RefusedException {
    switch (key.publicKey().details()) {
      case PKIX_RSA_PKCS1V5 ->
          throw new RefusedException(
              FailureClass.SIGNATURE,
              "%s: %s cannot be imported".formatted(where, Fitting.kind(key.publicKey())),
              "2048, 3072 or 4096 bits",
              Fitting.kind(key.publicKey()));
      default -> {}
    }
  }

  /// The text of an encrypted key file, with a salt and a nonce of its own.
  ///
  /// @param password stays the caller's to wipe
  public static Bytes write(LocalKey key, byte[] password, SecureRandom random)
      throws RefusedException {
    byte[] salt = new byte[SALT];
    byte[] nonce = new byte[SecretBox.NONCE];
    random.nextBytes(salt);
    random.nextBytes(nonce);
    byte[] plain = key.encoded();
    byte[] box =
        SecretBox.seal(plain, password, new SecretBox.Lock(COST, Bytes.of(salt), Bytes.of(nonce)));
    Arrays.fill(plain, (byte) 0);
    var base64 = Base64.getEncoder();
    String json =
        """
        {"kdf":{"name":"scrypt","params":{"N":%d,"r":8,"p":1},"salt":"%s"},\
        "cipher":{"name":"nacl/secretbox","nonce":"%s"},"ciphertext":"%s"}\
        """
            .formatted(
                COST,
                base64.encodeToString(salt),
                base64.encodeToString(nonce),
                base64.encodeToString(box));
    return Bytes.utf8(new Pem(LABEL, Bytes.utf8(json)).text());
  }

  private static LocalKey decrypt(String where, Bytes json, PasswordSource passwords)
      throws IOException {
    Value file = StrictJson.parse(where, json);
    Value kdf = member(where, file, "kdf");
    Value cipher = member(where, file, "cipher");
    requireName(where, kdf, "scrypt", "key derivation");
    requireName(where, cipher, "nacl/secretbox", "cipher");
    Value work = member(where, kdf, "params");
    long cost = number(work, "N");
    if (!COSTS.contains(cost) || number(work, "r") != 8 || number(work, "p") != 1) {
      throw new RefusedException(
          FailureClass.PARSE,
          where + ": scrypt with parameters that are not permitted",
          "N of 32768, 65536 or 131072, r of 8, p of 1",
          "N of %d, r of %d, p of %d".formatted(cost, number(work, "r"), number(work, "p")));
    }
    Bytes salt = base64(where, kdf, "salt");
    Bytes nonce = base64(where, cipher, "nonce");
    if (nonce.size() != SecretBox.NONCE) {
      throw new RefusedException(
          FailureClass.PARSE,
          where + ": the nonce of the encryption has another length",
          "24 bytes",
          nonce.size() + " bytes");
    }
    if (salt.size() > LONGEST_SALT) {
      throw new RefusedException(
          FailureClass.LIMIT, where + ": the salt is longer than 1024 bytes");
    }
    var lock = new SecretBox.Lock((int) cost, salt, nonce);
    byte[] box = base64(where, file, "ciphertext").toArray();
    byte[] password = passwords.existing(where);
    Optional<byte[]> plain;
    try {
      plain = SecretBox.open(box, password, lock);
    } finally {
      Arrays.fill(password, (byte) 0);
    }
    if (plain.isEmpty()) {
      throw new RefusedException(
          FailureClass.SIGNATURE,
          where
              + ": the private key cannot be decrypted: either the password is wrong, or the file"
              + " is damaged");
    }
    return wrapped(where, plain.get());
  }

  private static Value member(String where, Value object, String name) throws RefusedException {
    return object.get(name).orElseThrow(() -> missing(where, name));
  }

  private static void requireName(String where, Value object, String wanted, String what)
      throws RefusedException {
    String name = object.text("name");
    if (!name.equals(wanted)) {
      throw new RefusedException(
          FailureClass.PARSE,
          "%s: the %s '%s' is not known".formatted(where, what, name),
          wanted,
          name);
    }
  }

  private static long number(Value object, String name) {
    return object.get(name).orElse(Value.of(-1)) instanceof NumberValue number
        ? number.toLong().orElse(-1)
        : -1;
  }

  private static Bytes base64(String where, Value object, String name) throws RefusedException {
    String text = object.text(name);
    if (text.isEmpty()) {
      throw missing(where, name);
    }
    return Base64Text.strict(where + ": '" + name + "'", text);
  }

  private static RefusedException missing(String where, String name) {
    return new RefusedException(
        FailureClass.PARSE, where + ": the encrypted key lacks its '" + name + "'");
  }
}
