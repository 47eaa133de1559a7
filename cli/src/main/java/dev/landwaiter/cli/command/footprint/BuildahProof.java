package dev.landwaiter.cli.command.footprint;

import dev.landwaiter.base.text.Reason;
import dev.landwaiter.cli.world.OtherProgram;
import dev.landwaiter.dockerfile.advice.Rewrite.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Builds a suggested Dockerfile with `buildah --isolation chroot`, pulls nothing, and looks
/// whether the program it starts is in the image.
///
/// @param environment of the program
/// @param context build context
record BuildahProof(Map<String, String> environment, Path context) {
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final int SHOWN_LINES = 12;

  /// Prints where programs are looked for.
  private static final String PATH =
      "{{range .OCIv1.Config.Env}}{{if eq (slice . 0 5) \"PATH=\"}}{{slice . 5}}{{end}}{{end}}";

  /// What came of it.
  ///
  /// @param said lines for the user
  record Answer(Proof proof, List<String> said) {}

  /// Builds and looks.
  ///
  /// @param program path or name of what is started, or empty where it is not known
  Answer of(String dockerfile, String program) throws IOException {
    Path folder = Files.createTempDirectory("landwaiter-proof");
    String image = "localhost/" + folder.getFileName().toString().toLowerCase(Locale.ROOT);
    try {
      Path file = Files.writeString(folder.resolve("Dockerfile"), dockerfile);
      OtherProgram.Output built =
          run(
              folder,
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
                  context.toAbsolutePath().toString()));
      if (built.status() != 0) {
        return failed("the build failed", built.text());
      }
      return program.isEmpty()
          ? new Answer(Proof.BUILT, List.of("it was built; what it starts is not known"))
          : look(image, program, folder);
    } finally {
      run(folder, List.of("buildah", "rmi", "-f", image));
      delete(folder);
    }
  }

  private Answer look(String image, String program, Path folder) throws IOException {
    Path tar = folder.resolve("image.tar");
    OtherProgram.Output saved =
        run(folder, List.of("buildah", "push", image, "oci-archive:" + tar));
    if (saved.status() != 0) {
      return failed("the image could not be saved", saved.text());
    }
    OtherProgram.Output container = run(folder, List.of("buildah", "from", "--pull-never", image));
    String name = lastLine(container.text());
    try {
      OtherProgram.Output mounted = run(folder, List.of("buildah", "mount", name));
      if (mounted.status() != 0) {
        return failed("the image could not be mounted", mounted.text());
      }
      var root = new ImageRoot(Path.of(lastLine(mounted.text())));
      String path =
          lastLine(run(folder, List.of("buildah", "inspect", "--format", PATH, name)).text());
      Optional<String> started = root.find(program, path);
      if (started.isEmpty()) {
        return new Answer(Proof.FAILED, List.of("it was built, but " + program + " is not in it"));
      }
      Optional<String> loader = root.loader(started.get());
      if (loader.isPresent()) {
        OtherProgram.Output listed =
            run(
                folder,
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
        if (listed.status() != 0) {
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
      run(folder, List.of("buildah", "rm", name));
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

  /// Runs a program to its end, in this folder, and keeps the end of what it says.
  private OtherProgram.Output run(Path folder, List<String> words) throws IOException {
    try {
      return new OtherProgram(folder, environment, PATIENCE, OtherProgram.Kept.END).toEnd(words);
    } catch (OtherProgram.NotStartedException e) {
      throw new IOException(
          "buildah cannot be started: install it (Debian's package `buildah`) or leave out --prove",
          e);
    } catch (IOException e) {
      throw new IOException("buildah " + words.get(1) + " " + Reason.of(e), e);
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
}
