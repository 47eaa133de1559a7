package dev.landwaiter.cli;

import dev.landwaiter.cli.world.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Runs the usual commands once on a small root file system, so that the build can record which
/// classes a start needs (JEP 483, JEP 514).
final class Training {
  /// As scripts and CI call it.
  private static final List<String> SECOND =
      List.of(
          "trivy",
          "image",
          "-q",
          "--scanners",
          "vuln",
          "-f",
          "json",
          "--skip-db-update",
          "--skip-java-db-update",
          "--offline-scan",
          "--cache-dir",
          "cache",
          "--input",
          "layout");

  private static final List<String> EVAL =
      List.of("rego", "eval", "-d", "policy", "-i", "input.json", "data.app");

  private static final List<List<String>> SCANS =
      List.of(
          List.of("rootfs", "--cache-dir", "none", "root"),
          List.of("rootfs", "--cache-dir", "cache", "-f", "json", "root"),
          List.of("trivy", "rootfs", "-q", "--cache-dir", "cache", "-f", "json", "root"),
          List.of("image", "--cache-dir", "cache", "--input", "image.tar"),
          List.of("image", "--cache-dir", "cache", "-f", "json", "--input", "image.tar"),
          List.of("trivy", "image", "--cache-dir", "cache", "-q", "--input", "image.tar"),
          List.of("image", "--cache-dir", "none", "--input", "layout"),
          List.of("trivy", "image", "--cache-dir", "cache", "-f", "json", "--input", "layout"),
          SECOND,
          SECOND,
          List.of("db", "status", "--cache-dir", "cache"),
          List.of("db", "show", "--cache-dir", "none", "openssl"),
          List.of("image", "--help"),
          List.of("--help"));

  private static final List<List<String>> REGO =
      List.of(
          EVAL,
          EVAL,
          List.of("opa", "eval", "-d", "policy", "-f", "pretty", "data.app.deny"),
          List.of("opa", "eval", "-d", "policy", "--explain", "fails", "data.app.allow"),
          List.of("rego", "check", "policy"),
          List.of("rego", "check", "broken.rego"),
          List.of("rego", "test", "policy"),
          List.of("opa", "test", "-v", "policy"),
          List.of("rego", "fmt", "policy"),
          List.of("opa", "parse", "-f", "json", "policy/app.rego"));

  private static final String POLICY =
      """
      package app

      import data.shop

      default allow := false

      allow if {
      	input.user in shop.admins
      	not startswith(input.image, "old/")
      }

      deny contains msg if {
      	some i, item in input.items
      	not item.name in shop.items
      	msg := sprintf("item %d: %v is unknown", [i, item.name])
      }

      total := sum([item.count | some item in input.items])

      names[kind] contains name if some {"kind": kind, "name": name} in input.items

      roles := {"ann": {"admin", "user"}, "bob": {"user"}}

      admin if "admin" in roles[input.user]

      level := "many" if {
      	count(input.items) > 3
      } else := "few"

      size(item) := item.count if item.count >= 0

      size(item) := 0 if item.count < 0

      large contains object.get(item, "name", "?") if {
      	item := input.items[_]
      	size(item) != 1
      	item.kind == {"food", "drink"}[_]
      }

      shown := [{"name": upper(name), "at": [i, 2 * i + 1]} | name := input.items[i].name]

      found[path] := value if {
      	walk(input, [path, value])
      	is_string(value)
      	{"n": n, "k": [k, _]} = {"n": value, "k": [path, 1]}
      	n != concat(".", [x | x := k[_]; is_string(x)])
      }

      ok if every item in input.items { regex.match(`^[a-z]+$`, item.name) }
      """;

  private static final String TESTS =
      """
      package app_test

      import data.app

      test_allow if app.allow with input as {"user": "ann", "image": "new/x"}

      test_deny if count(app.deny) == 1 with input as {"items": [{"name": "cup"}]}

      test_wrong if {
      	print("never", app.total)
      	app.total == 1 with input as {"items": []}
      }
      """;

  private static final List<List<String>> LINTS =
      List.of(
          List.of("lint", "service/Dockerfile"),
          List.of("lint", "service"),
          List.of("lint", "-f", "json", "service/Dockerfile"),
          List.of("hadolint", "service/Dockerfile"),
          List.of("hadolint", "-f", "json", "service/Dockerfile", "service/broken.Dockerfile"),
          List.of("hadolint", "service/rough.Dockerfile"),
          List.of("hadolint", "-c", "hadolint.yaml", "-f", "checkstyle", "service/Dockerfile"));

  private Training() {}

  public static void main(String[] words) throws IOException {
    Ahead.start(words[1]);
    Path folder = Path.of(words[0]);
    Path root = folder.resolve("root");
    TrainingFiles.write(root);
    TrainingImage.write(folder.resolve("image.tar"), root);
    TrainingImage.layout(folder.resolve("layout"), root);
    write(folder.resolve("landwaiter.yaml"), "severity: [UNKNOWN, HIGH]\nwaivers: []\n");
    write(folder.resolve("trivy.yaml"), "db:\n  no-progress: true\n");
    Path database = folder.resolve("cache/db");
    Files.createDirectories(database);
    try (var packed = Training.class.getResourceAsStream("training/trivy.db.gz")) {
      if (packed != null) {
        Files.write(database.resolve("trivy.db"), new GZIPInputStream(packed).readAllBytes());
      }
    }
    write(
        database.resolve("metadata.json"),
        "{\"Version\":2,\"NextUpdate\":\"2024-01-02T00:00:00Z\","
            + "\"UpdatedAt\":\"2024-01-01T00:00:00Z\",\"DownloadedAt\":\"2024-01-01T00:00:00Z\"}");
    write(folder.resolve("policy/app.rego"), POLICY);
    write(folder.resolve("policy/app_test.rego"), TESTS);
    write(
        folder.resolve("policy/shop/data.json"),
        "{\"admins\": [\"ann\"], \"items\": [\"tea\"], \"price\": 1.5}");
    write(folder.resolve("broken.rego"), "package b\n\np if not x > data.b.y[_]\n");
    write(
        folder.resolve("input.json"),
        "{\"user\": \"ann\", \"image\": \"new/x\","
            + " \"items\": [{\"name\": \"tea\", \"kind\": \"food\", \"count\": 2}]}");
    TrainingDockerfiles.write(folder);
    TrainingManifests.write(folder);
    if (words[1].equals("sign")) {
      TrainingSignatures.write(folder, world(folder).secrets().get());
    }
    for (List<String> line : lines(words[1])) {
      int code = Personas.run(world(folder), line);
      assert code >= 0;
    }
    if (words[1].equals("scan")) {
      pull(folder);
    }
  }

  private static List<List<String>> lines(String kind) {
    return switch (kind) {
      case "rego" -> REGO;
      case "config" -> TrainingManifests.LINES;
      case "lint" -> LINTS;
      case "sign" -> TrainingSignatures.LINES;
      default -> SCANS;
    };
  }

  /// Where no socket may be opened, pulling is not trained.
  private static void pull(Path folder) throws IOException {
    try (var registry = TrainingRegistry.start(folder.resolve("layout"))) {
      int code =
          Personas.run(
              world(folder),
              List.of(
                  "image",
                  "--skip-db-update",
                  "--cache-dir",
                  "cache",
                  "--image-src",
                  "remote",
                  registry.image()));
      assert code >= 0;
    } catch (SocketException e) {
      return;
    }
  }

  private static World world(Path folder) {
    World edge = Main.world(OutputStream.nullOutputStream());
    return new World(
        new ByteArrayInputStream(new byte[0]),
        edge.stdout(),
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        Map.of("HOME", folder.toString()),
        folder,
        edge.clock(),
        edge.random(),
        edge.terminal(),
        edge.heap(),
        edge.secrets());
  }

  private static void write(Path file, String text) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, text);
  }
}
