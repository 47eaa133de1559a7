package dev.landwaiter.signing.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundleWriterTest {
  static List<Path> recorded() throws IOException {
    try (Stream<Path> files = Files.list(Shared.path("conformance/cosign/out"))) {
      return files
          .filter(file -> file.toString().endsWith(".sigstore.json"))
          // Has a promise without content, which is left out.
          .filter(file -> !file.toString().contains("kl-f-noset"))
          .toList();
    }
  }

  /// What cosign wrote comes out byte for byte.
  @ParameterizedTest
  @MethodSource("recorded")
  void writesWhatWasRead(Path file) throws IOException {
    Bytes text = Bytes.of(Files.readAllBytes(file));
    Evidence evidence =
        BundleReader.read("bundle", text, Set.of(Relaxation.CERTIFICATE_CHAIN_ALLOWED));
    Bytes written =
        text.toText().contains("version=0.3")
            ? BundleWriter.writeWithParameter(evidence)
            : BundleWriter.write(evidence);
    assertThat(written.toText()).isEqualTo(text.toText().strip());
  }

  @Test
  void refusesAPayloadOfSimpleSigning() {
    var evidence =
        new Evidence(
            "",
            Evidence.Form.LEGACY,
            new Evidence.Signer.Key(""),
            new Evidence.Signed.Payload(Bytes.EMPTY),
            Bytes.utf8("x"),
            List.of(),
            List.of(),
            Optional.empty());
    assertThatThrownBy(() -> BundleWriter.write(evidence))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
