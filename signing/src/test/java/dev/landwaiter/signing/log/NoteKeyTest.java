package dev.landwaiter.signing.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.trust.LogInstance;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteKeyTest {
  /// Real logs are named by this hash: of the second version by that of their host and key, of the
  /// first by that of their key.
  @Test
  void namesRealLogs() throws IOException {
    int seen = 0;
    Path cases = Material.SHARED.resolve("sigstore/assets/bundle-verify");
    for (Path root :
        List.of(
            cases.resolve("rekor2-happy-path/trusted_root.json"),
            cases.resolve("rekor2-dsse-happy-path/trusted_root.json"),
            cases.resolve("bundle-with-sct-with-extensions/trusted_root.json"),
            cases.resolve("invalid-ct-key_fail/trusted_root.json"),
            Material.COSIGN.resolve("trust/root-all.json"))) {
      assertThat(Files.exists(root)).isTrue();
      for (LogInstance log : Material.logs(root)) {
        String host = URI.create(log.baseUrl()).getHost();
        assertThat(NoteKey.of(host, log.key()).hash()).as(log.baseUrl()).isEqualTo(log.id());
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(7);
  }
}
