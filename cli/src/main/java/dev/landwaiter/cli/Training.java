package dev.landwaiter.cli;

import dev.landwaiter.cli.world.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Runs the usual commands once on a small root file system, so that the build can record which
/// classes a start needs (JEP 483, JEP 514).
final class Training {
  private Training() {}

  public static void main(String[] words) throws IOException {
    Path folder = Path.of(words[0]);
    Path root = folder.resolve("root");
    write(root.resolve("etc/debian_version"), "12.5\n");
    write(root.resolve("etc/hostname"), "training\n");
    write(
        root.resolve("var/lib/dpkg/status"),
        """
        Package: libssl3
        Status: install ok installed
        Maintainer: Somebody <somebody@example.test>
        Architecture: amd64
        Source: openssl
        Version: 3.0.11-1~deb12u1
        Depends: libc6 (>= 2.34)
        """);
    write(
        root.resolve("usr/share/nodejs/a/package.json"),
        "{\"name\":\"a\",\"version\":\"1.0.0\",\"license\":\"MIT\"}");
    write(root.resolve("lib/apk/db/installed"), "P:musl\nV:1.2.3-r0\nA:x86_64\nL:MIT\n\n");
    write(folder.resolve("landwaiter.yaml"), "severity: [UNKNOWN, HIGH]\nwaivers: []\n");
    List<List<String>> lines =
        List.of(
            List.of("rootfs", "--cache-dir", "cache", "root"),
            List.of("rootfs", "--cache-dir", "cache", "-f", "json", "root"),
            List.of("trivy", "rootfs", "-q", "--cache-dir", "cache", "-f", "json", "root"),
            List.of("image", "--help"),
            List.of("--help"));
    for (List<String> line : lines) {
      int code = Personas.run(world(folder), line);
      assert code >= 0;
    }
    TrainingImage.write(folder.resolve("image.tar"), root);
    for (String format : List.of("table", "json", "table")) {
      int code =
          Personas.run(
              world(folder),
              List.of("image", "--cache-dir", "cache", "-f", format, "--input", "image.tar"));
      assert code >= 0;
    }
  }

  private static World world(Path folder) {
    return new World(
        new ByteArrayInputStream(new byte[0]),
        OutputStream.nullOutputStream(),
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        Map.of("HOME", folder.toString()),
        folder,
        Clock.systemUTC(),
        RandomGenerator.getDefault(),
        World.Terminal.NONE);
  }

  private static void write(Path file, String text) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, text);
  }
}
