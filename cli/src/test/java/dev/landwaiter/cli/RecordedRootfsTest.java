package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.agreement.Agreement;
import dev.landwaiter.cli.agreement.MustPass;
import dev.landwaiter.cli.agreement.Unpacked;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRootfsTest {
  private static final List<String> ADDED =
      List.of(
          "--skip-db-update",
          "--skip-java-db-update",
          "--offline-scan",
          "--skip-version-check",
          "--disable-telemetry",
          "--skip-vex-repo-update",
          "--skip-check-update",
          "-q");

  @Test
  void smallFileSystemsAgreeWithTrivys(@TempDir Path temporary) throws Exception {
    Unpacked.into(temporary, "conformance/trivy-recorded.tar.zst");
    var list = new MustPass("/agreement/rootfs-must-pass.txt");
    Path withHosts = temporary.resolve("with-hosts");
    Files.createDirectory(withHosts);
    Unpacked.into(withHosts, "conformance/trivy/with-hosts.tar.zst");
    List<String> lines =
        new ArrayList<>(Files.readAllLines(Shared.path("conformance/trivy/lockfiles.jsonl")));
    lines.addAll(Files.readAllLines(withHosts.resolve("lockfiles.jsonl")));
    for (String line : lines) {
      Value one = Json.parse("lockfiles.jsonl", line);
      if (words(one).getFirst().equals("rootfs")) {
        list.add(one.text("id"), agreement(temporary, one));
      }
    }
    System.out.println("recorded file systems: " + list.score());
    Unpacked.removeLinks(temporary);
    list.check();
    assertThat(list.score()).contains(" of 37: ");
  }

  private static List<String> words(Value one) {
    return one.get("args").orElseThrow().elements().stream().map(Value::asText).toList();
  }

  private static Agreement agreement(Path temporary, Value one) throws IOException {
    Path folder = temporary.resolve("cases").resolve(one.text("id"));
    Files.createDirectories(folder);
    for (var file : one.get("files").orElseThrow().members().entrySet()) {
      Path path = folder.resolve(file.getKey().asText());
      Files.createDirectories(path.resolve("..").normalize());
      Files.write(path, content(file.getValue()));
    }
    for (var link : one.get("links").map(Value::members).orElse(Map.of()).entrySet()) {
      Path path = folder.resolve(link.getKey().asText());
      Files.createDirectories(path.resolve("..").normalize());
      Files.createSymbolicLink(path, Path.of(link.getValue().asText()));
    }
    String cache = one.text("cache");
    Path cacheFolder =
        cache.equals("none")
            ? temporary.resolve("empty-" + one.text("id"))
            : temporary.resolve("trivy-recorded").resolve(cache);
    List<String> words = new ArrayList<>(List.of("trivy", "rootfs"));
    words.addAll(List.of("--cache-dir", cacheFolder.toString()));
    words.addAll(ADDED);
    words.addAll(words(one).subList(1, words(one).size()));
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", folder.toString());
    one.get("env")
        .ifPresent(env ->
            env.members().forEach((key, value) -> environment.put(key.asText(), value.asText())));
    Ran ran = Ran.in(folder, environment, words);
    String stdout =
        ran.stdout()
            .replace(folder.toString(), "CASEDIR")
            .replace(cacheFolder.toString(), "CACHEDIR");
    int exit = Integer.parseInt(one.get("exit").orElseThrow().toString());
    return Agreement.of(
        new Agreement.Answer(exit, one.text("stdout")), new Agreement.Answer(ran.exit(), stdout));
  }

  private static byte[] content(Value file) {
    return file.text("base64").isEmpty()
        ? file.asText().getBytes(StandardCharsets.UTF_8)
        : Base64.getDecoder().decode(file.text("base64"));
  }
}
