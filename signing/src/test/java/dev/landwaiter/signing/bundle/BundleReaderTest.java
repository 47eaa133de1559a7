package dev.landwaiter.signing.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleReaderTest {
  private static String text(String file) throws Exception {
    return Files.readString(Shared.path("conformance/cosign/" + file + ".sigstore.json"));
  }

  private static void refused(String text, FailureClass kind) {
    assertThatThrownBy(() -> BundleReader.read("b", Bytes.utf8(text)))
        .as(text)
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  /// One place of a good bundle is changed.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "out/svc-v1|bundle.v0.3+json|bundle.v0.4+json",
        "out/svc-v1|bundle.v0.3+json|bundle.v1.3+json",
        "out/svc-v1|bundle.v0.3+json|bundle.v0.3",
        "out/svc-v1|bundle.v0.3+json|bundle.v0.03+json",
        "out/svc-v1|bundle.v0.3+json|bundle.v0.3.01+json",
        "out/svc-v1|bundle.v0.3+json|bundle.v0.3-rc1+json",
        "out/svc-v1|bundle.v0.3+json|bundle+json;version=0.3.1",
        "out/svc-v1|\"mediaType\"|\"MediaType\"",
        "out/svc-v1|\"hint\"|\"other\"",
        "out/svc-v1|\"publicKey\"|\"certificate\"",
        "out/svc-v1|\"treeSize\"|\"size\"",
        "out/svc-v1|\"logIndex\":\"5000\"|\"logIndex\":\"-1\"",
        "out/svc-v1|\"logIndex\":\"5000\"|\"logIndex\":5000.5",
        "out/svc-v1|\"logIndex\":\"5000\"|\"logIndex\":\"05000\"",
        "out/svc-v1|\"logIndex\":\"5000\"|\"logIndex\":\"+5000\"",
        "out/svc-v1|\"logIndex\":\"5000\"|\"logIndex\":\"-0\"",
        "out/svc-v1|\"logIndex\":\"5000\"|\"logIndex\":\"\u0665000\"",
        "out/svc-v1|\"logIndex\":\"5000\"|\"logIndex\":\"9223372036854775808\"",
        "out/svc-v1|\"logIndex\":\"5000\"|\"logIndex\":\"5000\",\"log_index\":\"5000\"",
        "out/svc-v1|\"kind\":\"hashedrekord\"|\"kind\":\"\"",
        "out/svc-v1|\"keyId\":\"|\"keyId\":\"*",
        "out/svc-v1|\"rootHash\":\"|\"rootHash\":\"AAAA",
        "out/svc-v1|\"envelope\":|\"note\":",
        "out/svc-v1|SHA2_256|SHA2_512",
        "out/svc-v1|SHA2_256|SHA3_256",
        "out/svc-v1|\"SHA2_256\"|7",
        "out/svc-v1|\"messageDigest\"|\"dsseEnvelope\":{},\"messageDigest\"",
        "out/svc-v1|\"messageSignature\"|\"content\"",
        "out/svc-v1|\"messageSignature\":{|\"dsseEnvelope\":{},\"messageSignature\":{",
        "out/kl-full|\"rawBytes\":\"|\"rawBytes\":\"\",\"x\":\"",
        "out/ab-custom|\"sig\":\"|\"sig\":\"\",\"x\":\"",
        "out/ab-custom|\"payloadType\"|\"payload_type\":\"\",\"payloadType\"",
        "out/ab-custom|\"payloadType\"|\"payload_type\"",
        "out/ab-custom|application/vnd.in-toto+json|",
        "out/ab-custom|\"signatures\":[|\"signatures\":[{\"sig\":\"AAAA\"},",
        "out/ab-custom|}]}}|}]}}{}"
      })
  void refusesWhatIsBroken(String file, String from, String to) throws Exception {
    String good = text(file);
    BundleReader.read("b", Bytes.utf8(good));
    String broken = good.replace(from, to == null ? "" : to);
    assertThat(broken).isNotEqualTo(good);
    refused(broken, FailureClass.PARSE);
  }

  /// Other spellings that mean the same.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "out/svc-v1|\"logIndex\":\"5000\"|\"logIndex\":5000",
        "out/svc-v1|\"logIndex\"|\"log_index\"",
        "out/svc-v1|\"SHA2_256\"|1",
        "out/svc-v1|bundle.v0.3+json|bundle.v0.3.12+json",
        "out/svc-v1|\"messageSignature\":|\"dsseEnvelope\":null,\"messageSignature\":"
      })
  void readsOtherSpellings(String file, String from, String to) throws Exception {
    String good = text(file);
    String other = good.replace(from, to);
    assertThat(other).isNotEqualTo(good);
    assertThat(BundleReader.read("b", Bytes.utf8(other)))
        .isEqualTo(BundleReader.read("b", Bytes.utf8(good)));
  }

  @Test
  void chainsAreForOlderVersionsOrThoseWhoAllowThem() throws Exception {
    String chain = text("bundles/kl-cert-chainform");
    refused(chain, FailureClass.PARSE);
    Evidence evidence =
        BundleReader.read("b", Bytes.utf8(chain), Set.of(Relaxation.CERTIFICATE_CHAIN_ALLOWED));
    assertThat(evidence.signer()).isInstanceOf(Evidence.Signer.Certificate.class);
    assertThat(BundleReader.read("b", Bytes.utf8(text("bundles/v01-kl"))).form())
        .isEqualTo(Evidence.Form.BUNDLE_0_1);
  }

  /// In 0.1 a promise is needed, from 0.2 on a proof.
  @Test
  void entriesCarryWhatTheirVersionNeeds() throws Exception {
    String v01 = text("bundles/v01-kl");
    refused(v01.replace("version=0.1", "version=0.2"), FailureClass.PARSE);
    String v03 = text("out/kl-full-v2-tsa");
    refused(v03.replace("bundle.v0.3+json", "bundle+json;version=0.1"), FailureClass.PARSE);
  }

  @Test
  void boundsWhatItReads() throws Exception {
    refused(text("bundles/kl-thirtythree"), FailureClass.LIMIT);
    String stamped = text("out/svc-v1-tsa");
    int from = stamped.indexOf("{\"signedTimestamp\"");
    int to = stamped.indexOf("}", from) + 1;
    String one = stamped.substring(from, to);
    refused(stamped.replace(one, (one + ",").repeat(32) + one), FailureClass.LIMIT);
    String bundle = text("out/svc-v1");
    refused("[".repeat(65) + bundle, FailureClass.PARSE);
  }

  /// What cosign writes for pure Ed25519: an empty digest. None at all is an error.
  @Test
  void anEmptyDigestIsNone() throws Exception {
    Evidence evidence = BundleReader.read("b", Bytes.utf8(text("out/ed-none")));
    assertThat(evidence.signed()).isEqualTo(new Evidence.Signed.Artifact(Optional.empty()));
    refused(text("bundles/key-digest-absent"), FailureClass.PARSE);
  }
}
