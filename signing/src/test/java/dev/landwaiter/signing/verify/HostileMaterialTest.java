package dev.landwaiter.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.bundle.DsseReader;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LegacyLayer;
import dev.landwaiter.signing.bundle.LegacyParts;
import dev.landwaiter.signing.bundle.SignatureFile;
import dev.landwaiter.signing.statement.StatementReader;
import dev.landwaiter.signing.testing.SignedMaterial;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever the bytes of signatures, bundles and layers: they are judged or refused; nothing else
/// is thrown, and nothing that was changed is accepted as another signer's.
class HostileMaterialTest {
  private static final List<String> TOKENS =
      List.of(
          "null",
          "-1",
          "9223372036854775807",
          "9223372036854775808",
          "1e400",
          "\"\"",
          "\"\\ud800\"",
          "[]",
          "{}",
          "[[[[[[[[",
          "\"====\"",
          "\"MA==\"",
          "true",
          "\"-----BEGIN CERTIFICATE-----\\nMA==\\n-----END CERTIFICATE-----\\n\"");

  private final Verifier verifier;
  private final Artifact artifact;
  private final List<Requirements> questions;

  HostileMaterialTest() throws IOException {
    verifier = new Verifier(SignedMaterial.root("root-all"), Instant.parse("2026-11-23T17:00:00Z"));
    artifact = new Artifact.Blob(bytes(Shared.path("conformance/cosign/files/blob.txt")));
    Requirements byName =
        Requirements.identities(List.of(new Identity("", ".", "", ".", Map.of())));
    Requirements byKey = GoodBundle.KEY_V1.judge().requirements();
    questions =
        List.of(
            byName,
            byName.withTimestamps(1).withLogs(0),
            byKey,
            byKey.withLogs(0).withRelaxations(Set.of(Relaxation.CLAIMS_NOT_CHECKED)));
  }

  private static Bytes bytes(Path file) throws IOException {
    return Bytes.of(Files.readAllBytes(file));
  }

  private static List<Bytes> corpus() throws IOException {
    List<Bytes> all = new ArrayList<>();
    for (String folder : List.of("out", "bundles")) {
      try (Stream<Path> files = Files.list(Shared.path("conformance/cosign/" + folder))) {
        for (Path file : files.sorted().toList()) {
          if (file.toString().endsWith("json") || file.toString().endsWith(".bundle")) {
            all.add(bytes(file));
          }
        }
      }
    }
    return all;
  }

  private void read(Bytes text) {
    try {
      Evidence evidence = SignatureFile.read("file", text, Set.of());
      for (Requirements each : questions) {
        verifier.verify(evidence, artifact, each);
      }
    } catch (RefusedException e) {
      assertThat(e.refusal().message()).isNotEmpty();
    }
  }

  private static void pieces(Bytes text) {
    String string = text.toText();
    for (int i = 0; i < 6; i++) {
      try {
        switch (i) {
          case 0 -> DsseReader.read("x", text);
          case 1 -> LegacyParts.entry("x", text);
          case 2 -> LegacyParts.timestamp("x", text);
          case 3 -> LegacyParts.signer("x", string);
          case 4 -> LegacyParts.intermediates("x", string);
          default -> StatementReader.read("x", text);
        }
      } catch (RefusedException e) {
        assertThat(e.refusal().message()).isNotEmpty();
      }
    }
    for (boolean signature : List.of(true, false)) {
      Map<String, String> annotations =
          Map.of(
              LegacyLayer.SIGNATURE, signature ? string : "MA==",
              LegacyLayer.CERTIFICATE, signature ? "" : string,
              LegacyLayer.CHAIN, string,
              LegacyLayer.BUNDLE, signature ? string : "");
      try {
        LegacyLayer.signature("x", annotations, text);
      } catch (RefusedException e) {
        assertThat(e.refusal().message()).isNotEmpty();
      }
    }
  }

  @Test
  void changedTextsAreRead() throws Exception {
    List<Bytes> corpus = corpus();
    assertThat(corpus).hasSizeGreaterThan(300);
    var random = new Random(8);
    int rounds = Boolean.getBoolean("landwaiter.thorough") ? 400_000 : 8_000;
    for (int i = 0; i < rounds; i++) {
      byte[] one = corpus.get(random.nextInt(corpus.size())).toArray();
      byte[] other = corpus.get(random.nextInt(corpus.size())).toArray();
      Bytes changed = Bytes.of(change(one, other, random));
      read(changed);
      if (i % 10 == 0) {
        pieces(changed);
      }
    }
  }

  @Test
  void cutTextsAreRefused() throws Exception {
    for (GoodBundle each : GoodBundle.values()) {
      byte[] text = each.text().toArray();
      GoodBundle.Judge judge = each.judge();
      for (int end = 0; end < text.length; end += 7) {
        assertThat(judge.judge(Bytes.of(Arrays.copyOf(text, end))))
            .isInstanceOf(Outcome.Refused.class);
      }
    }
  }

  private static byte[] change(byte[] one, byte[] other, Random random) {
    int at = random.nextInt(one.length);
    return switch (random.nextInt(5)) {
      case 0 -> {
        int from = random.nextInt(other.length);
        yield joined(one, at, other, from, other.length);
      }
      case 1 -> {
        byte[] changed = one.clone();
        for (int i = 0; i <= random.nextInt(8); i++) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        yield changed;
      }
      case 2 -> Arrays.copyOf(one, at);
      case 3 -> {
        byte[] lump = Arrays.copyOfRange(one, at, Math.min(one.length, at + 40));
        yield joined(joined(one, at, lump, 0, lump.length), at + lump.length, one, at, one.length);
      }
      default -> token(one, random);
    };
  }

  /// Puts another value where one stood.
  private static byte[] token(byte[] one, Random random) {
    String text = new String(one, StandardCharsets.ISO_8859_1);
    int colon = text.indexOf(':', random.nextInt(text.length()));
    int end = colon < 0 ? -1 : text.indexOf(random.nextBoolean() ? "," : "}", colon);
    if (end < 0) {
      return one;
    }
    String token = TOKENS.get(random.nextInt(TOKENS.size()));
    return (text.substring(0, colon + 1) + token + text.substring(end))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[] one, int upTo, byte[] other, int from, int to) {
    byte[] all = Arrays.copyOf(one, upTo + to - from);
    System.arraycopy(other, from, all, upTo, to - from);
    return all;
  }
}
