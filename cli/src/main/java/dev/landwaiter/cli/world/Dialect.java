package dev.landwaiter.cli.world;

import java.util.Set;

/// How the program speaks and ends: its own way, or that of the program it stands in for.
///
/// @param program the words that help texts begin a command line with
/// @param prefix of environment variables
/// @param configFile read from the working directory when no other is named
/// @param usageCode exit code for a wrong command line
/// @param errorCode exit code for trouble
/// @param strict whether what nothing could judge is an error; personas end as the original does
/// @param usageOnStdout whether the usage text of a wrong command line goes to standard output
/// @param cacheName name of the folder in the user's cache directory
/// @param cobra whether it speaks as programs do whose command lines are those of Go's cobra:
///   `Error: ` and the usage on standard error, environment variables named after the command too,
///   no configuration file
/// @param later commands that are known and not built yet
public record Dialect(
    String program,
    String prefix,
    String configFile,
    int usageCode,
    int errorCode,
    boolean strict,
    boolean usageOnStdout,
    String cacheName,
    boolean cobra,
    Set<String> later) {
  public Dialect {
    later = Set.copyOf(later);
  }

  public static final Dialect OWN =
      new Dialect(
          "landwaiter",
          "LANDWAITER_",
          "landwaiter.yaml",
          64,
          2,
          true,
          false,
          "landwaiter",
          false,
          Set.of("fs", "repo", "sbom", "k8s", "config", "convert", "mirror"));
  public static final Dialect TRIVY =
      new Dialect(
          "landwaiter trivy",
          "TRIVY_",
          "trivy.yaml",
          1,
          1,
          false,
          true,
          "trivy",
          false,
          Set.of(
              "filesystem",
              "fs",
              "repository",
              "repo",
              "sbom",
              "kubernetes",
              "k8s",
              "config",
              "convert",
              "server",
              "client",
              "clean",
              "module",
              "plugin",
              "vex",
              "vm"));
  public static final Dialect OPA =
      new Dialect(
          "landwaiter opa",
          "OPA_",
          "",
          1,
          2,
          false,
          false,
          "opa",
          true,
          Set.of("run", "oracle", "refactor"));
  public static final Dialect HADOLINT =
      new Dialect(
          "landwaiter hadolint", "HADOLINT_", "", 1, 1, false, false, "hadolint", true, Set.of());
  public static final Dialect GATOR =
      new Dialect(
          "landwaiter gator", "GATOR_", "", 1, 1, false, false, "gator", true, Set.of("policy"));
  public static final Dialect CONFTEST =
      new Dialect(
          "landwaiter conftest", "CONFTEST_", "", 1, 1, false, false, "conftest", true, Set.of());

  /// The master branch of kubesec, which tells what is wrong on standard output.
  public static final Dialect KUBESEC =
      new Dialect(
          "landwaiter kubesec", "KUBESEC_", "", 1, 1, false, false, "kubesec", true, Set.of());

  /// The 3.1 line of cosign, whose variables are not named after the command.
  public static final Dialect COSIGN =
      new Dialect("landwaiter cosign", "COSIGN_", "", 1, 1, false, false, "cosign", true, Set.of());

  /// Whether trouble is told twice, as scripts around cosign read it, and whether every command
  /// takes its flags before its name and from variables that it shares with all others.
  public boolean tellsTwice() {
    return cacheName.equals("cosign");
  }

  /// Whether a wrong command line is told on standard output too, with a capital, as scripts around
  /// kubesec read it.
  public boolean tellsOnStdout() {
    return cacheName.equals("kubesec");
  }
}
