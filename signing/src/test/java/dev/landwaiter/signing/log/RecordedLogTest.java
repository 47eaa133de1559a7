package dev.landwaiter.signing.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.trust.LogInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What the log entries of all recorded bundles come to, with the reason of each refusal. A file of
/// verdicts holds what was read and agreed once; `-Dlandwaiter.update=true` writes it anew.
class RecordedLogTest {
  private static final Path CASES = Material.SHARED.resolve("sigstore/assets/bundle-verify");

  @Test
  void conformanceCases() throws IOException {
    List<LogInstance> usual = Material.logs(CASES.resolve("invalid-ct-key_fail/trusted_root.json"));
    Map<String, String> verdicts = new TreeMap<>();
    for (Path folder : files(CASES)) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      Path own = folder.resolve("trusted_root.json");
      Path artifact = folder.resolve("artifact");
      Bytes content = Material.bytes(Files.exists(artifact) ? artifact : CASES.resolve("a.txt"));
      Path key = folder.resolve("key.pub");
      String verdict;
      try {
        List<VerificationKey> keys =
            Files.exists(key) ? List.of(PublicKeys.pem("key.pub", Material.bytes(key))) : List.of();
        verdict =
            verdict(
                Material.read(
                    Material.bytes(folder.resolve("bundle.sigstore.json")),
                    keys,
                    Optional.of(content)),
                Files.exists(own) ? Material.logs(own) : usual);
      } catch (RefusedException e) {
        verdict = "unread";
      }
      verdicts.put(folder.getFileName().toString(), verdict);
    }
    assertThat(verdicts).hasSize(70);
    agrees("conformance.txt", verdicts);
    for (var each : verdicts.entrySet()) {
      if (!each.getKey().endsWith("_fail")) {
        assertThat(each.getValue()).as(each.getKey()).startsWith("counted");
      }
    }
  }

  @Test
  void recordedBundles() throws IOException {
    Map<String, String> verdicts = recorded("out");
    assertThat(verdicts.values().stream().filter(each -> each.startsWith("counted")).count())
        .isGreaterThan(55);
    agrees("out.txt", verdicts);
  }

  @Test
  void tamperedBundles() throws IOException, FormatException {
    Map<String, String> verdicts = recorded("bundles");
    assertThat(verdicts.size()).isGreaterThan(200);
    agrees("bundles.txt", verdicts);
    int accepted = 0;
    Value runs = Json.parse("runs.json", Files.readAllBytes(Material.COSIGN.resolve("runs.json")));
    for (Value run : runs.elements()) {
      if (run.get("wanted").isPresent() && run.text("wanted").equals("accept")) {
        for (Value word : run.get("args").orElseThrow().elements()) {
          String name = ((StringValue) word).text();
          if (name.startsWith("bundles/") && name.endsWith(".sigstore.json")) {
            accepted++;
            assertThat(verdicts.get(name.substring(8))).as(name).matches("(counted|no entries).*");
          }
        }
      }
    }
    assertThat(accepted).isGreaterThan(5);
  }

  private static Map<String, String> recorded(String folder) throws IOException {
    List<LogInstance> logs = Material.logs(Material.COSIGN.resolve("trust/root-all.json"));
    List<VerificationKey> keys = Material.keys();
    Map<String, String> verdicts = new TreeMap<>();
    for (Path file : files(Material.COSIGN.resolve(folder))) {
      String name = file.getFileName().toString();
      if (name.endsWith(".sigstore.json")) {
        String verdict;
        try {
          verdict = verdict(Material.read(Material.bytes(file), keys, Optional.empty()), logs);
        } catch (RefusedException e) {
          verdict = "unread";
        }
        verdicts.put(name, verdict);
      }
    }
    return verdicts;
  }

  static String verdict(Material material, List<LogInstance> logs) {
    if (material.entries().isEmpty()) {
      return "no entries";
    }
    try {
      LogEvidence evidence = material.verify(logs);
      if (!evidence.counted().isEmpty()) {
        return evidence.times().isEmpty() ? "counted" : "counted with a time";
      }
      assertThat(evidence.uncounted().getFirst().kind()).isEqualTo(FailureClass.LOG);
      return "uncounted: " + evidence.uncounted().getFirst().message();
    } catch (RefusedException e) {
      return e.kind() + ": " + e.refusal().message();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  static void agrees(String name, Map<String, String> verdicts) throws IOException {
    List<String> lines = new ArrayList<>();
    verdicts.forEach((key, verdict) -> lines.add(key + ": " + verdict));
    Path file =
        Path.of(System.getProperty("landwaiter.root"))
            .resolve("signing/src/test/resources/dev/landwaiter/signing/log")
            .resolve(name);
    if (Boolean.getBoolean("landwaiter.update")) {
      Files.write(file, lines);
    }
    assertThat(lines).isEqualTo(Files.readAllLines(file));
  }
}
