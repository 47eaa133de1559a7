package dev.landwaiter.signing.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.encoding.Base64Text;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the original program signed with each of its keys.
class RecordedSignaturesTest {
  static List<Recorded.Entry> keys() throws Exception {
    return Recorded.keys().stream()
        .filter(each -> !each.bad() && there("out/blob-" + each.name() + ".sig"))
        .toList();
  }

  private static boolean there(String file) {
    return Files.exists(Recorded.ROOT.resolve(file));
  }

  private static VerificationKey key(Recorded.Entry entry) throws Exception {
    return PublicKeys.pem(entry.name(), Recorded.bytes(entry.publicFile()));
  }

  private static Value json(String file) throws Exception {
    return Json.parse(file, Files.readAllBytes(Recorded.ROOT.resolve(file)));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void signaturesOfFilesVerifyWithTheirKeyAlone(Recorded.Entry entry) throws Exception {
    Bytes blob = Recorded.bytes("files/blob.txt");
    String text = Recorded.bytes("out/blob-" + entry.name() + ".sig").toText();
    Bytes signature = Base64Text.file("signature", text);
    var verifying = new TreeSet<String>();
    for (Recorded.Entry each : keys()) {
      VerificationKey key = key(each);
      if (SignatureCheck.anyOf(key, blob, signature)) {
        verifying.add(key.id().toHex());
      }
    }
    assertThat(verifying).containsExactly(key(entry).id().toHex());
    // Where nothing is left to chance, ours is the same.
    LocalKey own =
        PrivateKeyFile.read(
            entry.name(), Recorded.bytes(entry.file()), new FixedPassword(entry.password()));
    PublicKeyDetails details = own.publicKey().details();
    if (details.scheme() != PublicKeyDetails.Scheme.ECDSA) {
      assertThat(own.sign(blob.toArray(), details)).isEqualTo(signature);
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void signaturesInBundlesVerify(Recorded.Entry entry) throws Exception {
    String file = "out/blob-" + entry.name() + ".sigstore.json";
    if (!there(file)) {
      // With a trusted root the original's own check of such a signature failed.
      assertThat(entry.name()).isEqualTo("imp-ed25519-pkcs8");
      return;
    }
    Value content = json(file).get("messageSignature").orElseThrow();
    Bytes signature = Base64Text.strict("signature", content.text("signature"));
    Value digest = content.get("messageDigest").orElseThrow();
    HashAlgorithm algorithm = HashAlgorithm.named(digest.text("algorithm")).orElseThrow();
    Bytes blob = Recorded.bytes("files/blob.txt");
    assertThat(Base64Text.strict("digest", digest.text("digest"))).isEqualTo(blob.hash(algorithm));
    assertThat(SignatureCheck.anyOf(key(entry), blob, signature)).isTrue();
    Bytes hash = blob.hash(algorithm);
    assertThat(SignatureCheck.anyOfOverDigest(key(entry), algorithm, hash, signature)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void signaturesOfEnvelopesVerify(Recorded.Entry entry) throws Exception {
    List<String> files = new ArrayList<>();
    files.add("out/ab-k-" + entry.name() + ".dsse.json");
    files.removeIf(file -> !there(file));
    for (String file : files) {
      Value envelope = json(file);
      String type = envelope.text("payloadType");
      Bytes payload = Base64Text.strict("payload", envelope.text("payload"));
      // https://github.com/secure-systems-lab/dsse, PAE.
      Bytes signed =
          Bytes.utf8("DSSEv1 %d %s %d ".formatted(type.length(), type, payload.size()))
              .plus(payload);
      Value first = envelope.get("signatures").orElseThrow().elements().getFirst();
      Bytes signature = Base64Text.strict("signature", first.text("sig"));
      assertThat(SignatureCheck.anyOf(key(entry), signed, signature)).isTrue();
      assertThat(SignatureCheck.anyOf(key(entry), payload, signature)).isFalse();
    }
  }
}
