package dev.landwaiter.cli.command.footprint;

import dev.landwaiter.dockerfile.advice.Rewrite.Proof;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Builds a suggested Dockerfile with `buildah --isolation chroot`, pulls nothing, and looks
/// whether the program it starts is in the image.
///
/// @param environment of the program
/// @param context build context
record BuildahProof(Map<String, String> environment, Path context) {
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final int KEPT = 64 << 10;
  private static final int SHOWN_LINES = 12;

  /// Prints where programs are looked for.
  private static final String PATH =
      "{{range .OCIv1.Config.Env}}{{if eq (slice . 0 5) \"PATH=\"}}{{slice . 5}}{{end}}{{end}}";

  /// What came of it.
  ///
  /// @param said lines for the user
  record Answer(Proof proof, List<String> said) {}

  private record Ended(int code, String text) {}

  /// Builds and looks.
  ///
  /// @param program path or name of what is started, or empty where it is not known
  Answer of(String dockerfile, String program) throws IOException {
    Path folder = Files.createTempDirectory("landwaiter-proof");
    String image = "localhost/" + folder.getFileName().toString().toLowerCase(Locale.ROOT);
    try {
      Path file = Files.writeString(folder.resolve("Dockerfile"), dockerfile);
      Ended built =
          run(
              List.of(
                  "buildah",
                  "bud",
                  "--isolation",
                  "chroot",
                  "--pull-never",
                  "--layers=false",
                  "-f",
                  file.toString(),
                  "-t",
                  image,
                  context.toString()));
      if (built.code() != 0) {
        return failed("the build failed", built.text());
      }
      return program.isEmpty()
          ? new Answer(Proof.BUILT, List.of("it was built; what it starts is not known"))
          : look(image, program, folder);
    } finally {
      run(List.of("buildah", "rmi", "-f", image));
      delete(folder);
    }
  }

  private Answer look(String image, String program, Path folder) throws IOException {
    Path tar = folder.resolve("image.tar");
    Ended saved = run(List.of("buildah", "push", image, "oci-archive:" + tar));
    if (saved.code() != 0) {
      return failed("the image could not be saved", saved.text());
    }
    Ended container = run(List.of("buildah", "from", "--pull-never", image));
    String name = lastLine(container.text());
    try {
      Ended mounted = run(List.of("buildah", "mount", name));
      if (mounted.code() != 0) {
        return failed("the image could not be mounted", mounted.text());
      }
      var root = new ImageRoot(Path.of(lastLine(mounted.text())));
      String path = lastLine(run(List.of("buildah", "inspect", "--format", PATH, name)).text());
      Optional<String> started = root.find(program, path);
      if (started.isEmpty()) {
        return new Answer(Proof.FAILED, List.of("it was built, but " + program + " is not in it"));
      }
      Optional<String> loader = root.loader(started.get());
      if (loader.isPresent()) {
        Ended listed =
            run(
                List.of(
                    "buildah",
                    "run",
                    "--isolation",
                    "chroot",
                    name,
                    "--",
                    loader.get(),
                    "--list",
                    started.get()));
        if (listed.code() != 0) {
          return failed("it was built, but " + started.get() + " lacks libraries", listed.text());
        }
      }
      return new Answer(
          Proof.BUILT,
          List.of(
              "it was built (%,d bytes as an archive); %s is in it%s"
                  .formatted(
                      Files.size(tar),
                      started.get(),
                      loader.isPresent() ? " with all its libraries" : "")));
    } finally {
      run(List.of("buildah", "rm", name));
    }
  }

  private static String lastLine(String text) {
    String stripped = text.strip();
    return stripped.substring(stripped.lastIndexOf('\n') + 1);
  }

  private static Answer failed(String what, String text) {
    return new Answer(Proof.FAILED, tail(what, text));
  }

  private static List<String> tail(String what, String text) {
    var said = new ArrayList<String>(List.of(what + ":"));
    List<String> lines = text.lines().toList();
    said.addAll(lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    return said;
  }

  /// Runs a program to its end and keeps the end of what it says.
  private Ended run(List<String> words) throws IOException {
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new IOException(
          "buildah cannot be started: install it (Debian's package `buildah`) or leave out --prove",
          e);
    }
    process.getOutputStream().close();
    var reader = new Reading(process.getInputStream());
    Thread thread = Thread.ofVirtual().start(reader);
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(
            "`%s` takes longer than %d minutes".formatted(words.get(1), PATIENCE.toMinutes()));
      }
      thread.join(Duration.ofSeconds(10));
      return new Ended(process.exitValue(), reader.text());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.deleteIfExists(each);
      }
    }
    Files.deleteIfExists(folder);
  }

  /// Reads a stream to its end and keeps the last bytes.
  private static final class Reading implements Runnable {
    private final InputStream in;
    private String kept = "";

    Reading(InputStream in) {
      this.in = in;
    }

    @Override
    public void run() {
      byte[] piece = new byte[8192];
      try (in) {
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
          add(new String(piece, 0, n, StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        add("\n(its output ended early)");
      }
    }

    private synchronized void add(String more) {
      kept += more;
      if (kept.length() > KEPT) {
        kept = kept.substring(kept.length() - KEPT);
      }
    }

    synchronized String text() {
      return kept;
    }
  }
}
