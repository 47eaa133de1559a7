package dev.landwaiter.signing.trust.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.trust.SigningConfig;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrustFileWriterTest {
  static List<Path> recorded(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(TrustedRootReaderTest.TRUST)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList();
    }
  }

  static List<Path> roots() throws IOException {
    return recorded("root-");
  }

  static List<Path> configs() throws IOException {
    return recorded("sc-");
  }

  private static void same(Bytes written, byte[] wanted) throws FormatException {
    assertThat(Json.parse("written", written.toArray())).isEqualTo(Json.parse("wanted", wanted));
  }

  @ParameterizedTest
  @MethodSource("roots")
  void rootsAreWrittenAsOthersWriteThem(Path file) throws Exception {
    byte[] text = Files.readAllBytes(file);
    TrustedRoot root = TrustedRootReader.read("root", Bytes.of(text));
    same(TrustFileWriter.trustedRoot(root), text);
  }

  @ParameterizedTest
  @MethodSource("configs")
  void configsAreWrittenAsOthersWriteThem(Path file) throws Exception {
    byte[] text = Files.readAllBytes(file);
    SigningConfig config = SigningConfigReader.read("config", Bytes.of(text));
    same(TrustFileWriter.signingConfig(config), text);
  }

  @Test
  void nothingIsAlmostNothing() {
    assertThat(TrustFileWriter.signingConfig(SigningConfig.NOTHING).toText())
        .isEqualTo(
            "{\"mediaType\":\"application/vnd.dev.sigstore.signingconfig.v0.2+json\","
                + "\"rekorTlogConfig\":{},\"tsaConfig\":{}}");
  }
}
