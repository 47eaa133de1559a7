package dev.landwaiter.cli;

import dev.landwaiter.base.text.Reason;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.test.Plugins;
import dev.landwaiter.cli.world.Dialect;
import dev.landwaiter.cli.world.Version;
import dev.landwaiter.cli.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Decides whose command line this is: our own, or another program's by its first word, which the
/// launcher sets from the name it was called by.
final class Personas {
  private static final String ABOUT =
      "Landwaiter examines container images and what surrounds them.";

  private Personas() {}

  static int run(World world, List<String> words) {
    String first = words.isEmpty() ? "" : words.get(0);
    if (first.equals("trivy")) {
      return trivy(world, words.subList(1, words.size()));
    }
    if (first.equals("opa")) {
      return new Program(
              world, Dialect.OPA, Commands.opa(), ABOUT + " Here it answers as OPA does.")
          .run(words.subList(1, words.size()));
    }
    if (first.equals("conftest")) {
      return conftest(world, words.subList(1, words.size()));
    }
    if (first.equals("hadolint")) {
      return new Program(world, Dialect.HADOLINT, Commands.hadolint(), ABOUT)
          .only(words.subList(1, words.size()));
    }
    if (first.equals("gator")) {
      return new Program(
              world, Dialect.GATOR, Commands.gator(), ABOUT + " Here it answers as gator does.")
          .run(words.subList(1, words.size()));
    }
    if (first.equals("kubesec")) {
      return new Program(
              world,
              Dialect.KUBESEC,
              Commands.kubesec(),
              ABOUT + " Here it answers as kubesec does.")
          .run(words.subList(1, words.size()));
    }
    if (first.equals("cosign")) {
      List<Command> commands = Commands.cosign();
      return new Program(
              world, Dialect.COSIGN, commands, ABOUT + " Here it answers as Cosign does.")
          .run(CosignWords.posix(words.subList(1, words.size()), commands, world.stderr()));
    }
    if (words.equals(List.of("--version")) || words.equals(List.of("-v"))) {
      return print(world, "landwaiter " + Version.own() + "\n");
    }
    return new Program(world, Dialect.OWN, Commands.own(), ABOUT).run(words);
  }

  /// How a run that went wrong ends for whoever these words speak to.
  static int errorCode(List<String> words) {
    return switch (words.isEmpty() ? "" : words.get(0)) {
      case "trivy" -> Dialect.TRIVY.errorCode();
      case "opa" -> Dialect.OPA.errorCode();
      case "gator" -> Dialect.GATOR.errorCode();
      case "conftest" -> Dialect.CONFTEST.errorCode();
      case "hadolint" -> Dialect.HADOLINT.errorCode();
      case "kubesec" -> Dialect.KUBESEC.errorCode();
      case "cosign" -> Dialect.COSIGN.errorCode();
      default -> Dialect.OWN.errorCode();
    };
  }

  private static int trivy(World world, List<String> words) {
    if (words.equals(List.of("--version")) || words.equals(List.of("-v"))) {
      return new Program(world, Dialect.TRIVY, Commands.trivy(), ABOUT).run(List.of("version"));
    }
    return new Program(
            world, Dialect.TRIVY, Commands.trivy(), ABOUT + " Here it answers as Trivy does.")
        .run(words);
  }

  private static int conftest(World world, List<String> words) {
    if (words.equals(List.of("--version")) || words.equals(List.of("-v"))) {
      return print(
          world,
          "Conftest: %s\nOPA: %s\n"
              .formatted(Version.beside(Version.CONFTEST), Version.CONFTEST_OPA));
    }
    List<Command> commands = Commands.conftest();
    boolean known =
        words.isEmpty()
            || commands.stream()
                .anyMatch(each -> each.name().split(" ", 2)[0].equals(words.getFirst()));
    try {
      // Others may add commands, but not in the place of ours.
      Optional<Integer> code = known ? Optional.empty() : new Plugins(world).run(words);
      if (code.isPresent()) {
        return code.get();
      }
    } catch (IOException e) {
      world.stderr().println("Error: " + Reason.of(e));
      return Dialect.CONFTEST.errorCode();
    }
    return new Program(
            world, Dialect.CONFTEST, commands, ABOUT + " Here it answers as Conftest does.")
        .run(words);
  }

  private static int print(World world, String text) {
    try {
      world.stdout().write(text.getBytes(StandardCharsets.UTF_8));
      return 0;
    } catch (IOException e) {
      return Dialect.OWN.errorCode();
    }
  }
}
