package dev.landwaiter.signing.trust.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrustedRootReaderTest {
  static final Path SHARED =
      Path.of(
          System.getenv()
              .getOrDefault(
                  "LANDWAITER_SHARED", System.getProperty("landwaiter.root") + "/../shared"));
  static final Path TRUST = SHARED.resolve("conformance/cosign/trust");

  static List<Path> roots() throws IOException {
    try (Stream<Path> own = Files.list(TRUST);
        Stream<Path> others = Files.walk(SHARED.resolve("conformance/sigstore/assets"))) {
      return Stream.concat(
              own.filter(file -> file.getFileName().toString().startsWith("root-")),
              others.filter(file -> file.getFileName().toString().startsWith("trusted_root")))
          .filter(file -> !file.toString().contains("/trust-root-"))
          .sorted()
          .toList();
    }
  }

  static TrustedRoot read(String text) throws RefusedException {
    return TrustedRootReader.read("root", Bytes.utf8(text));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }

  @Test
  void recordedAndPublicRootsAreFound() throws IOException {
    assertThat(roots()).hasSizeGreaterThan(25);
  }

  @ParameterizedTest
  @MethodSource("roots")
  void whatOthersWroteIsRead(Path file) throws IOException {
    TrustedRoot root = read(text(file));
    assertThat(
            root.logs().size()
                + root.certificateLogs().size()
                + root.certificateAuthorities().size()
                + root.timestampAuthorities().size())
        .isPositive();
    for (LogInstance log : root.logs()) {
      assertThat(log.validFor().start()).isPresent();
      if (log.key().details() != PublicKeyDetails.PKIX_ED25519) {
        assertThat(log.id()).isEqualTo(log.key().id());
      }
    }
  }

  @Test
  void aLogWithoutStartRefusesTheWhole() {
    Path file =
        SHARED.resolve(
            "conformance/sigstore/assets/bundle-verify/"
                + "trust-root-tlog-missing-validity-start_fail/trusted_root.json");
    RefusedException refused = catchThrowableOfType(RefusedException.class, () -> read(text(file)));
    assertThat(refused.kind()).isEqualTo(FailureClass.TRUST_ROOT);
    assertThat(refused).hasMessageContaining("tlogs[1].publicKey.validFor.start");
  }

  @Test
  void everythingIsWhereItBelongs() throws IOException {
    TrustedRoot root = read(text(TRUST.resolve("root-all.json")));
    assertThat(root.logs())
        .extracting(LogInstance::baseUrl)
        .containsExactly("http://127.0.0.1:5514/rekor", "http://127.0.0.1:5514/tiles");
    assertThat(root.logs().getLast().id())
        .isEqualTo(Bytes.hex("a5812d061010cca04d3583f7b544aa854400e715a5b163aff0445c66c8367f40"));
    assertThat(root.certificateLogs()).hasSize(1);
    assertThat(root.certificateAuthorities().getFirst().chain()).hasSize(2);
    assertThat(root.certificateAuthorities().getFirst().anchor().getSubjectX500Principal())
        .hasToString("CN=test-root, O=landwaiter.test");
    assertThat(root.timestampAuthorities().getFirst().chain()).hasSize(3);
    assertThat(root.timestampAuthorities().getFirst().validFor().start())
        .contains(Instant.parse("2024-01-01T00:00:00Z"));
  }

  static Stream<String> mediaTypes() {
    return Stream.of(
        "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
        "application/vnd.dev.sigstore.trustedroot.v0.1+json",
        "application/vnd.dev.sigstore.trustedroot.v0.2+json");
  }

  @ParameterizedTest
  @MethodSource("mediaTypes")
  void threeMediaTypesAreKnown(String type) throws IOException {
    assertThat(read("{\"mediaType\":\"" + type + "\"}")).isEqualTo(TrustedRoot.NOTHING);
  }

  /// What is put in the place of what in a good root, and what the message must name.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trustedroot+json;version=0.1 | trustedroot+json;version=0.3 | mediaType",
        "\"mediaType\" | \"mediaKind\" | mediaKind",
        "{\"mediaType\" | {\"colour\":\"red\",\"mediaType\" | colour",
        ",\"validFor\":{\"start\":\"2024-01-01T00:00:00Z\"}},\"logId\" | },\"logId\" |"
            + " validFor.start",
        "\"validFor\":{\"start\":\"2024 | \"validFor\":{\"end\":\"2024 | validFor.start",
        "\"start\":\"2024-01-01T00:00:00Z\" |"
            + " \"start\":\"2024-01-01T00:00:00Z\",\"end\":\"2023-01-01T00:00:00Z\" | ends before",
        "\"start\":\"2024-01-01T00:00:00Z\" | \"start\":\"yesterday\" | yesterday",
        "SHA2_256 | SHA2_512 | hashAlgorithm",
        "\"hashAlgorithm\":\"SHA2_256\", | '' | hashAlgorithm",
        "PKIX_ECDSA_P256_SHA_256 | PKIX_ECDSA_P384_SHA_384 | rawBytes as PKIX_ECDSA_P384",
        "PKIX_ED25519 | PKIX_RSA_PKCS1V5 | rawBytes as PKIX_RSA",
        "PKIX_ED25519 | PUBLIC_KEY_DETAILS_UNSPECIFIED | keyDetails",
        "\"keyDetails\":\"PKIX_ED25519\", | '' | keyDetails",
        "MCowBQYDK2VwAyEA | MCowBQYDK2VvAyEA | X25519",
        "MCowBQYDK2VwAyEA | MCowBQYDK2VwAyE | rawBytes",
        "\"logId\":{\"keyId\":\"3u3I | \"logId\":{\"key\":\"3u3I | key",
        "\"keyId\":\"3u3ImwHIDx6tV917fKWL0jOnFrsIP9bEwPGlQ5tqN4Q=\" | '' | logId",
        "\"certChain\" | \"certchain\" | certchain",
        "{\"rawBytes\":\"MIIC | {\"rawBytes\":\"MIID | certificate",
        "\"organization\":\"landwaiter.test\" | \"country\":\"XX\" | country",
      })
  void oneThingWrongRefusesTheWhole(String what, String instead, String named) throws IOException {
    String good = text(TRUST.resolve("root-all.json"));
    assertThat(good).contains(what);
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> read(good.replaceFirst(java.util.regex.Pattern.quote(what), instead)));
    assertThat(refused).isNotNull().hasMessageContaining(named);
    assertThat(refused.kind()).isEqualTo(FailureClass.TRUST_ROOT);
  }

  @Test
  void anAuthorityWithoutCertificatesIsRefused() {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () ->
                read(
                    """
                    {"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1",
                     "certificateAuthorities":[{"certChain":{"certificates":[]}}]}\
                    """));
    assertThat(refused.kind()).isEqualTo(FailureClass.TRUST_ROOT);
  }

  @ParameterizedTest
  @CsvSource({"PKIX_ML_DSA_65", "22", "PKIX_RSA_PSS_2048_SHA256", "PKIX_ED25519_PH"})
  void aLogWithAKindOfKeyThatCannotBeUsedIsLeftOut(String kind) throws IOException {
    String good = text(TRUST.resolve("root-all.json"));
    TrustedRootReader.Reading reading =
        TrustedRootReader.examine("root", Bytes.utf8(good.replace("PKIX_ED25519", kind)));
    assertThat(reading.leftOut())
        .singleElement()
        .asString()
        .contains("root.tlogs[1]")
        .contains(kind);
    assertThat(reading.root().logs())
        .extracting(LogInstance::baseUrl)
        .containsExactly("http://127.0.0.1:5514/rekor");
  }

  @Test
  void otherSpellingsOfProtocolBuffersAreRead() throws IOException {
    String good = text(TRUST.resolve("root-all.json"));
    String other =
        good.replace("\"SHA2_256\"", "1")
            .replace("PKIX_ED25519", "7")
            .replace("\"rawBytes\"", "\"raw_bytes\"")
            .replace("\"certificateAuthorities\"", "\"certificate_authorities\"");
    assertThat(read(other)).isEqualTo(read(good));
  }

  @Test
  void anIdOfTheCheckpointKeyNamesTheLog() throws IOException {
    String good = text(TRUST.resolve("root-onlyrekor.json"));
    TrustedRoot root =
        read(good.replace("\"logId\"", "\"checkpointKeyId\":{\"keyId\":\"AQI=\"},\"logId\""));
    assertThat(root.logs().getFirst().id()).isEqualTo(Bytes.hex("0102"));
  }

  @Test
  void damageEndsOnlyInRefusal() throws IOException {
    byte[] good = text(TRUST.resolve("root-all.json")).getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < good.length; at += 7) {
      tryOut(java.util.Arrays.copyOf(good, at));
      for (int bit = 0; bit < 8; bit += 3) {
        byte[] flipped = good.clone();
        flipped[at] ^= (byte) (1 << bit);
        tryOut(flipped);
      }
    }
  }

  private static void tryOut(byte[] text) {
    try {
      TrustedRootReader.read("root", Bytes.of(text));
    } catch (RefusedException e) {
      assertThat(e.kind()).isEqualTo(FailureClass.TRUST_ROOT);
    }
  }
}
