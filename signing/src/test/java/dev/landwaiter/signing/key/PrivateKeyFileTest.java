package dev.landwaiter.signing.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Pem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeyFileTest {
  private static final Bytes MESSAGE = Bytes.utf8("what is signed");

  static List<Recorded.Entry> good() throws Exception {
    return Recorded.keys().stream().filter(each -> !each.bad()).toList();
  }

  static List<Recorded.Entry> bad() throws Exception {
    return Recorded.keys().stream().filter(Recorded.Entry::bad).toList();
  }

  private static LocalKey read(String file, String password) throws IOException {
    return PrivateKeyFile.read(file, Recorded.bytes(file), new FixedPassword(password));
  }

  private static LocalKey importing(String file) throws IOException {
    return PrivateKeyFile.importing(file, Recorded.bytes(file).toArray(), new FixedPassword(""));
  }

  @ParameterizedTest
  @MethodSource("good")
  void everyRecordedKeyOpensAndSigns(Recorded.Entry entry) throws Exception {
    if (!Files.exists(Recorded.ROOT.resolve(entry.file()))) {
      // The original refuses to import its own keys; that one was never made.
      assertThat(entry.name()).isEqualTo("imp-cosign");
      return;
    }
    LocalKey key = read(entry.file(), entry.password());
    var expected = PublicKeys.pem("k", Recorded.bytes(entry.publicFile()));
    assertThat(key.publicKey()).isEqualTo(expected);
    Bytes signature = key.sign(MESSAGE.toArray(), expected.details());
    assertThat(SignatureCheck.verify(expected, expected.details(), MESSAGE, signature)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void everyDamagedKeyIsRefused(Recorded.Entry entry) {
    var refused =
        catchThrowableOfType(RefusedException.class, () -> read(entry.file(), entry.password()));
    boolean decrypted = List.of("bad-N32768", "bad-ciphertext").contains(entry.name());
    assertThat(refused.kind()).isEqualTo(decrypted ? FailureClass.SIGNATURE : FailureClass.PARSE);
    assertThat(refused).hasMessageContaining(entry.file());
  }

  @Test
  void aWrongPasswordSaysBothPossibilities() {
    var refused =
        catchThrowableOfType(RefusedException.class, () -> read("keys/plain.key", "not-the-word"));
    assertThat(refused.kind()).isEqualTo(FailureClass.SIGNATURE);
    assertThat(refused)
        .hasMessageContaining("password is wrong")
        .hasMessageContaining("damaged")
        .hasMessageNotContaining("not-the-word");
  }

  @Test
  void theFileIsThatOfTheOriginal() throws Exception {
    LocalKey key = LocalKey.generate(new SecureRandom());
    byte[] password = "wörd".getBytes(StandardCharsets.UTF_8);
    Bytes text = PrivateKeyFile.write(key, password, new SecureRandom());
    String recorded = Recorded.bytes("keys/plain.key").toText();
    // The same form, whatever the salt, nonce and ciphertext are.
    assertThat(shape(text.toText())).isEqualTo(shape(recorded));
    assertThat(text.toText().lines().map(String::length).toList())
        .isEqualTo(recorded.lines().map(String::length).toList());
    assertThat(PrivateKeyFile.read("k", text, new FixedPassword("wörd")).publicKey())
        .isEqualTo(key.publicKey());
    assertThat(PrivateKeyFile.write(key, password, new SecureRandom())).isNotEqualTo(text);
  }

  private static String shape(String text) throws RefusedException {
    Pem block = Pem.first("k", text).orElseThrow();
    return block.label()
        + block
            .content()
            .toText()
            .replaceAll("(?<=\"(salt|nonce|ciphertext)\":\")[A-Za-z0-9+/]+=*", "…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rsa2048-pkcs1",
        "rsa2048-pkcs8",
        "rsa3072-pkcs1",
        "rsa3072-pkcs8",
        "rsa4096-pkcs1",
        "rsa4096-pkcs8",
        "p256-sec1",
        "p256-pkcs8",
        "p384-sec1",
        "p384-pkcs8",
        "p521-sec1",
        "p521-pkcs8",
        "ed25519-pkcs8",
        "p256-pkcs8-trailing"
      })
  void whatIsImportedIsWhatTheOriginalImports(String name) throws Exception {
    LocalKey key = importing("keys/pem/" + name + ".pem");
    Bytes theirs = Recorded.bytes("keys/imp-" + name + ".pub");
    assertThat(PublicKeys.text(key.publicKey())).isEqualTo(theirs.toText());
    Bytes text = PrivateKeyFile.write(key, new byte[] {1}, new SecureRandom());
    LocalKey again = PrivateKeyFile.read("k", text, new FixedPassword("\u0001"));
    assertThat(again.publicKey()).isEqualTo(key.publicKey());
    // The same encoding inside as the original's file, but for zeros that are left out nowhere.
    byte[] ours = again.encoded();
    byte[] original = read("keys/imp-" + name + ".key", "").encoded();
    assertThat(ours).isEqualTo(original);
  }

  @ParameterizedTest
  @CsvSource({
    "keys/pem/p256-sec1-params.pem, P-256",
    "keys/cosign-type.key, P-256",
    "keys/empty.key, P-256"
  })
  void moreIsImportedThanTheOriginalDoes(String file, String kind) throws IOException {
    assertThat(importing(file)).hasToString("private key of the kind " + kind);
  }

  @ParameterizedTest
  @CsvSource({
    "rsa1024-pkcs1, SIGNATURE, 1024",
    "rsa1024-pkcs8, SIGNATURE, 1024",
    "rsa5120-pkcs1, SIGNATURE, 5120",
    "rsa5120-pkcs8, SIGNATURE, 5120",
    "p224-sec1, SIGNATURE, curve",
    "p224-pkcs8, SIGNATURE, curve",
    "k256-sec1, SIGNATURE, curve",
    "k256-pkcs8, SIGNATURE, curve",
    "x25519-pkcs8, SIGNATURE, X25519",
    "ed448-pkcs8, SIGNATURE, Ed448",
    "rsapss2048-pkcs8, SIGNATURE, RSA-PSS",
    "p256-pkcs8-encrypted, PARSE, ENCRYPTED PRIVATE KEY",
    "p256-public, PARSE, PUBLIC KEY",
    "garbage, PARSE, no private key",
    "empty, PARSE, no private key"
  })
  void otherKeysAreNotImported(String name, FailureClass kind, String said) {
    var refused =
        catchThrowableOfType(RefusedException.class, () -> importing("keys/pem/" + name + ".pem"));
    assertThat(refused.kind()).isEqualTo(kind);
    assertThat(refused).hasMessageContaining(said).hasMessageContaining(name);
  }

  /// Every truncation and every flipped bit is refused, and nothing that is said tells the key or
  /// the password.
  @Test
  void damageIsRefusedAndTellsNothing() throws Exception {
    Bytes good = Recorded.bytes("keys/pem/p384-pkcs8.pem");
    String body = good.toText().lines().skip(1).findFirst().orElseThrow();
    List<byte[]> damaged = new ArrayList<>();
    for (int end = 0; end < good.size(); end += 3) {
      damaged.add(good.slice(0, end).toArray());
    }
    var random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      byte[] bad = good.toArray();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(7));
      damaged.add(bad);
    }
    for (byte[] bad : damaged) {
      try {
        PrivateKeyFile.importing("k", bad, new FixedPassword("secret-word"));
      } catch (RefusedException e) {
        assertThat(said(e)).doesNotContain(body).doesNotContain("secret-word");
      }
    }
  }

  private static String said(Throwable trouble) {
    var all = new StringBuilder();
    for (Throwable each = trouble; each != null; each = each.getCause()) {
      all.append(each).append('\n');
    }
    return all.toString();
  }

  @Test
  void anEncryptedKeyWhoseTextChangesIsRefused() throws Exception {
    Pem good = Pem.first("k", Recorded.bytes("keys/empty.key").toText()).orElseThrow();
    var random = new Random(5);
    for (int i = 0; i < 300; i++) {
      byte[] bad = good.content().toArray();
      int at = random.nextInt(bad.length);
      bad[at] ^= (byte) (1 << random.nextInt(7));
      // Bytes of salt, nonce and ciphertext cost a second of work each: their case is below.
      if (!quoted(good.content().toText(), at)) {
        String text = new Pem(good.label(), Bytes.of(bad)).text();
        var refused =
            catchThrowableOfType(
                RefusedException.class,
                () -> PrivateKeyFile.read("k", Bytes.utf8(text), new FixedPassword("")));
        assertThat(refused).isNotNull();
      }
    }
  }

  private static boolean quoted(String json, int at) {
    return List.of("salt", "nonce", "ciphertext").stream()
        .anyMatch(name -> {
          int from = json.indexOf('"' + name + "\":\"") + name.length() + 3;
          return at > from - 1 && at < json.indexOf('"', from + 1);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"salt", "nonce", "ciphertext"})
  void aChangedBitOfTheBoxIsRefused(String name) throws Exception {
    Pem good = Pem.first("k", Recorded.bytes("keys/empty.key").toText()).orElseThrow();
    String json = good.content().toText();
    int from = json.indexOf('"' + name + "\":\"") + name.length() + 4;
    String old = json.substring(from, json.indexOf('"', from));
    byte[] bytes = Base64.getDecoder().decode(old);
    bytes[bytes.length / 2] ^= 4;
    String changed = json.replace(old, Base64.getEncoder().encodeToString(bytes));
    String text = new Pem(good.label(), Bytes.utf8(changed)).text();
    var refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> PrivateKeyFile.read("k", Bytes.utf8(text), new FixedPassword("")));
    assertThat(refused.kind()).isEqualTo(FailureClass.SIGNATURE);
  }

  /// Whoever says nothing about a key says nothing in its text form either.
  @Test
  void keysDoNotShowThemselves() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
    LocalKey key = LocalKey.read("k", der);
    assertThat(key).hasToString("private key of the kind RSA of 2048 bits");
    byte[] pem = Bytes.utf8(new Pem("PRIVATE KEY", Bytes.of(der)).text()).toArray();
    assertThat(SecretPem.read("k", pem)).hasToString("PEM block 'PRIVATE KEY'");
  }
}
