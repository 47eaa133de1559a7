package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.agreement.CosignRow;
import dev.landwaiter.cli.agreement.CosignRun;
import dev.landwaiter.cli.agreement.CosignServers;
import dev.landwaiter.cli.agreement.SignedForms;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.testing.CaseLines;
import dev.landwaiter.testing.Certificates;
import dev.landwaiter.testing.Shared;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What recorded command lines of cosign that sign leave behind is the same here, but for what
/// chance and time put into it: files, and manifests, configurations and layers in registries. And
/// recorded command lines that verify it judge ours as they judged theirs. A list beside the test
/// names the rows that differ, each with its reason.
///
/// Keys are slow to open: one row in five is run, all of them with the system property
/// `landwaiter.cosign` set to `.*`, or those whose ids match another pattern.
class SignedFormsTest {
  private static final Path RECORDED = Shared.path("conformance/cosign");
  private static final Set<String> SIGN = Set.of("sign", "attest", "sign-blob", "attest-blob");
  private static final int VERIFIED = 2;
  private static final int EVERY = 5;

  @Test
  void whatIsSignedIsAsRecorded(@TempDir Path temporary) throws Exception {
    String only = System.getProperty("landwaiter.cosign", "");
    List<CosignRow> rows = new ArrayList<>();
    for (Value value :
        Json.parse("runs.json", Files.readAllBytes(RECORDED.resolve("runs.json"))).elements()) {
      rows.add(new CosignRow(value));
    }
    var certificates = Certificates.make(temporary, "registry", "ip:127.0.0.1,dns:localhost");
    Map<String, String> differing = new TreeMap<>();
    int compared = 0;
    try (var servers = new CosignServers(certificates)) {
      for (CosignRow row : rows) {
        if (signs(row) && chosen(row.id(), only)) {
          compared++;
          Path folder = temporary.resolve(row.id());
          try (CosignRun run = CosignRun.of(row, servers, temporary.resolve("home"), folder)) {
            String why = difference(run, servers, rows);
            if (!why.isEmpty()) {
              differing.put(row.id(), why);
            }
          }
        }
      }
    }
    Map<String, String> known = new TreeMap<>();
    for (String line : CaseLines.of("/agreement/cosign.forms.txt")) {
      int colon = line.indexOf(':');
      known.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    known.keySet().removeIf(id -> !chosen(id, only));
    differing.forEach((id, why) -> {
      if (!known.containsKey(id)) {
        System.out.println(id + ": " + why);
      }
    });
    System.out.printf("signed forms: %d compared, %d differ%n", compared, differing.size());
    assertThat(differing.keySet()).isEqualTo(known.keySet());
  }

  private static boolean chosen(String id, String only) {
    return only.isEmpty() ? Math.floorMod(id.hashCode(), EVERY) == 0 : id.matches(only);
  }

  /// Whether cosign made a signature, and means it.
  private static boolean signs(CosignRow row) {
    return !row.words().isEmpty()
        && SIGN.contains(row.words().getFirst())
        && row.exit() == 0
        && row.wanted().isEmpty()
        && !row.words().contains("--help")
        && !row.id().startsWith("tuf-")
        && !row.id().equals("tls-sign-login");
  }

  private static String difference(CosignRun run, CosignServers servers, List<CosignRow> rows)
      throws IOException {
    var stderr = new ByteArrayOutputStream();
    int exit = exit(run.row(), run.words(), run.environment(), run.folder(), stderr);
    if (exit != 0) {
      return "exit " + exit + ": " + stderr.toString(StandardCharsets.UTF_8);
    }
    var forms = new SignedForms(servers::recorded);
    for (String file : run.row().files("out")) {
      if (overwritten(run.row(), file, rows)) {
        continue;
      }
      String wanted =
          forms.file(Files.readString(RECORDED.resolve(file), StandardCharsets.ISO_8859_1));
      String got =
          forms.file(Files.readString(run.folder().resolve(file), StandardCharsets.ISO_8859_1));
      if (!wanted.equals(got)) {
        return "%s%n--- wanted%n%s%n--- got%n%s".formatted(file, wanted, got);
      }
    }
    for (var each : run.row().registryLeft().entrySet()) {
      if (!each.getValue().isEmpty()) {
        List<String> wanted = forms.of(RECORDED.resolve(each.getValue()));
        List<String> got = forms.of(servers, each.getKey());
        // Not everything that was there before is known of all rows.
        List<String> missing = new ArrayList<>(got);
        wanted.forEach(missing::remove);
        if (got.isEmpty() != wanted.isEmpty() || !missing.isEmpty()) {
          return "%s%n--- wanted%n%s%n--- got%n%s"
              .formatted(each.getKey(), String.join("\n", wanted), String.join("\n", got));
        }
      }
    }
    return verified(run, servers, rows);
  }

  /// Whether a later row wrote the same file.
  private static boolean overwritten(CosignRow row, String file, List<CosignRow> rows) {
    return rows.subList(rows.indexOf(row) + 1, rows.size()).stream()
        .anyMatch(later -> later.files("out").contains(file));
  }

  /// Runs recorded rows that verify on what was signed here.
  private static String verified(CosignRun run, CosignServers servers, List<CosignRow> rows)
      throws IOException {
    List<CosignRow> verifying =
        rows.stream().filter(row -> judges(row, run.row())).limit(VERIFIED).toList();
    for (CosignRow row : verifying) {
      Path folder = Files.createDirectories(run.folder().resolve("verify-" + row.id()));
      put(folder, row, run, servers);
      servers.at(row.at());
      List<String> words = new ArrayList<>(List.of("cosign"));
      row.words().forEach(word -> words.add(servers.ours(word)));
      Map<String, String> environment = new TreeMap<>(row.environment());
      environment.put("HOME", folder.toString());
      environment.putIfAbsent("HTTPS_PROXY", "http://127.0.0.1:1");
      var stderr = new ByteArrayOutputStream();
      int exit = exit(row, words, environment, folder, stderr);
      String wanted = row.wanted().split("[ :(]", 2)[0];
      boolean good = wanted.isEmpty() ? row.exit() == 0 : wanted.equals("accept");
      if (!wanted.equals("either") && good != (exit == 0)) {
        return "%s says exit %d: %s"
            .formatted(row.id(), exit, stderr.toString(StandardCharsets.UTF_8));
      }
    }
    return "";
  }

  /// Whether a row verifies what another left, and nothing else that was signed.
  private static boolean judges(CosignRow row, CosignRow signed) {
    if (row.words().isEmpty() || !row.words().getFirst().startsWith("verify")) {
      return false;
    }
    List<String> made = row.files("in").stream().filter(file -> file.startsWith("out/")).toList();
    if (!made.isEmpty()) {
      return row.registry().isEmpty() && signed.files("out").containsAll(made);
    }
    return !row.registry().isEmpty()
        && row.registry().equals(signed.registryLeft())
        && !row.registry().equals(signed.registry());
  }

  private static void put(Path folder, CosignRow row, CosignRun run, CosignServers servers)
      throws IOException {
    for (String file : row.files("in")) {
      Path made = run.folder().resolve(file);
      Path from = file.startsWith("out/") ? made : RECORDED.resolve(file);
      Path to = folder.resolve(file);
      Files.createDirectories(to.getParent());
      if (file.endsWith("tls.crt")) {
        Files.copy(run.folder().resolve(file), to);
      } else if (file.startsWith("trust/")) {
        Files.writeString(to, servers.ours(Files.readString(from)));
      } else {
        Files.copy(from, to);
      }
    }
  }

  private static int exit(
      CosignRow row,
      List<String> words,
      Map<String, String> environment,
      Path folder,
      ByteArrayOutputStream stderr)
      throws IOException {
    var world =
        new World(
            new ByteArrayInputStream(row.stdin().getBytes(StandardCharsets.UTF_8)),
            new ByteArrayOutputStream(),
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            environment,
            folder,
            Clock.fixed(row.at(), ZoneOffset.UTC),
            new SplittableRandom(1),
            World.Terminal.NONE,
            1L << 30,
            SecureRandom::new);
    return Personas.run(world, words);
  }
}
