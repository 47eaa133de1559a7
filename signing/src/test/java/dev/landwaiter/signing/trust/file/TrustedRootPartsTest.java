package dev.landwaiter.signing.trust.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustedRootPartsTest {
  private static final Window SINCE =
      new Window(Optional.of(Instant.parse("2024-01-01T00:00:00Z")), Optional.empty());

  private static Bytes file(String name) throws IOException {
    return Bytes.of(Files.readAllBytes(TrustedRootReaderTest.TRUST.resolve(name)));
  }

  @Test
  void theRecordedRootIsMadeAnew() throws IOException {
    String base = "http://127.0.0.1:5514/";
    var root =
        new TrustedRoot(
            List.of(
                TrustedRootParts.log("a", base + "rekor", file("rekor.pub"), SINCE, ""),
                TrustedRootParts.log("b", base + "tiles", file("rekor2.pub"), SINCE, "127.0.0.1")),
            List.of(TrustedRootParts.log("c", base + "ctfe", file("ctfe.pub"), SINCE, "")),
            List.of(
                TrustedRootParts.certificateAuthority(
                    "d", base + "fulcio", file("fulcio-chain.pem"), Window.OPEN)),
            List.of(
                TrustedRootParts.timestampAuthority(
                    "e", base + "tsa", file("tsa-chain.pem"), Window.OPEN)));
    assertThat(root).isEqualTo(TrustedRootReaderTest.read(file("root-all.json").toText()));
  }

  private interface Part {
    Object make() throws IOException;
  }

  private static void refused(FailureClass kind, Part part) {
    RefusedException refused = catchThrowableOfType(RefusedException.class, part::make);
    assertThat(refused).isNotNull();
    assertThat(refused.kind()).isEqualTo(kind);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    refused(
        FailureClass.USAGE,
        () -> TrustedRootParts.log("a", "", file("rekor.pub"), Window.OPEN, ""));
    refused(
        FailureClass.TRUST_ROOT,
        () -> TrustedRootParts.log("a", "", file("fulcio-root.pem"), SINCE, ""));
    refused(
        FailureClass.TRUST_ROOT,
        () -> TrustedRootParts.certificateAuthority("a", "", file("rekor.pub"), SINCE));
    refused(
        FailureClass.TRUST_ROOT,
        () -> TrustedRootParts.timestampAuthority("a", "", file("tsa-ca-chain.pem"), SINCE));
  }
}
