package dev.landwaiter.signing.trust.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PiecewiseTrustTest {
  private static Bytes file(String name) throws IOException {
    return Bytes.of(Files.readAllBytes(TrustedRootReaderTest.TRUST.resolve(name)));
  }

  private static Bytes both(String first, String second) throws IOException {
    return file(first).plus(file(second));
  }

  private static List<String> names(Authority authority) {
    assertThat(authority.validFor()).isEqualTo(Window.OPEN);
    return authority.chain().stream()
        .map(each -> DistinguishedName.first(each, "2.5.4.3"))
        .toList();
  }

  @Test
  void theLastOfAChainIsTheAnchorWhateverItIs() throws IOException {
    assertThat(names(PiecewiseTrust.chain("chain", file("fulcio-chain.pem")).getFirst()))
        .containsExactly("test-intermediate", "test-root");
    assertThat(names(PiecewiseTrust.chain("chain", file("fulcio-int.pem")).getFirst()))
        .containsExactly("test-intermediate");
    assertThat(
            names(
                PiecewiseTrust.chain("chain", both("fulcio-root.pem", "fulcio-int.pem"))
                    .getFirst()))
        .containsExactly("test-root", "test-intermediate");
  }

  @Test
  void base64OfPemIsReadAndDerIsNot() throws IOException {
    Bytes pem = file("fulcio-chain.pem");
    assertThat(PiecewiseTrust.chain("chain", Bytes.utf8(pem.toBase64())))
        .isEqualTo(PiecewiseTrust.chain("chain", pem));
    Bytes der =
        Bytes.of(Files.readAllBytes(TrustedRootReaderTest.TRUST.resolveSibling("certs/good.der")));
    assertRefused(() -> PiecewiseTrust.chain("chain", der), "no certificate");
  }

  @Test
  void rootsAreToldFromWhatStandsBetween() throws IOException {
    List<Authority> all =
        PiecewiseTrust.roots("roots", both("fulcio-chain.pem", "other-fulcio-root.pem"));
    assertThat(all).hasSize(2);
    assertThat(names(all.getFirst())).containsExactly("test-intermediate", "test-root");
    assertThat(names(all.getLast())).containsExactly("test-intermediate", "other-test-root");
    assertRefused(() -> PiecewiseTrust.roots("roots", file("fulcio-int.pem")), "can be an anchor");
  }

  @Test
  void twoFilesOfRootsAndIntermediates() throws IOException {
    List<Authority> all =
        PiecewiseTrust.roots(
            "roots",
            both("other-fulcio-root.pem", "fulcio-root.pem"),
            "between",
            file("fulcio-int.pem"));
    assertThat(names(all.getLast())).containsExactly("test-intermediate", "test-root");
    assertThat(PiecewiseTrust.roots("roots", file("fulcio-root.pem"), "", Bytes.EMPTY)).hasSize(1);
  }

  @Test
  void aTimestampChainComesInAnyOrder() throws IOException {
    Bytes pem = file("tsa-chain.pem");
    List<String> wanted = List.of("test-tsa", "test-tsa-intermediate", "test-tsa-root");
    assertThat(names(PiecewiseTrust.timestampChain("tsa", pem).getFirst())).isEqualTo(wanted);
    String[] blocks = pem.toText().split("(?<=-----END CERTIFICATE-----\n)", -1);
    String reversed = blocks[2] + blocks[1] + blocks[0];
    assertThat(names(PiecewiseTrust.timestampChain("tsa", Bytes.utf8(reversed)).getFirst()))
        .isEqualTo(wanted);
    assertThat(names(PiecewiseTrust.timestampChain("tsa", file("tsa-ca-chain.pem")).getFirst()))
        .hasSize(2);
    assertRefused(
        () -> PiecewiseTrust.timestampChain("tsa", both("tsa-chain.pem", "tsa-exp-chain.pem")),
        "more than one");
    assertRefused(
        () -> PiecewiseTrust.timestampChain("tsa", Bytes.utf8(blocks[0])), "can be an anchor");
  }

  @Test
  void aLogIsNamedByItsKey() throws IOException {
    LogInstance log = PiecewiseTrust.log("key", file("rekor.pub"));
    assertThat(log.id()).isEqualTo(log.key().id());
    assertThat(log.validFor()).isEqualTo(Window.OPEN);
    assertRefused(() -> PiecewiseTrust.log("key", file("fulcio-root.pem")), "certificate");
    assertRefused(() -> PiecewiseTrust.log("key", Bytes.EMPTY), "key");
  }

  @Test
  void piecesReplaceOnlyTheirOwnGroup() throws IOException {
    TrustedRoot base = TrustedRootReaderTest.read(file("root-all.json").toText());
    LogInstance other = PiecewiseTrust.log("key", file("other-rekor.pub"));
    TrustedRoot mixed =
        PiecewiseTrust.over(new TrustedRoot(List.of(other), List.of(), List.of(), List.of()), base);
    assertThat(mixed)
        .isEqualTo(
            new TrustedRoot(
                List.of(other),
                base.certificateLogs(),
                base.certificateAuthorities(),
                base.timestampAuthorities()));
  }

  @Test
  void damageEndsOnlyInRefusal() throws IOException {
    byte[] good = file("tsa-chain.pem").toArray();
    for (int at = 0; at < good.length; at += 3) {
      tryOut(Arrays.copyOf(good, at));
      for (int bit = 0; bit < 8; bit += 2) {
        byte[] flipped = good.clone();
        flipped[at] ^= (byte) (1 << bit);
        tryOut(flipped);
      }
    }
  }

  private static void tryOut(byte[] pem) {
    try {
      PiecewiseTrust.timestampChain("tsa", Bytes.of(pem));
    } catch (RefusedException e) {
      assertThat(e.kind()).isIn(FailureClass.TRUST_ROOT, FailureClass.LIMIT);
    }
  }

  private interface Reading {
    Object read() throws IOException;
  }

  private static void assertRefused(Reading reading, String named) {
    RefusedException refused = catchThrowableOfType(RefusedException.class, reading::read);
    assertThat(refused).isNotNull().hasMessageContaining(named);
    assertThat(refused.kind()).isEqualTo(FailureClass.TRUST_ROOT);
  }
}
