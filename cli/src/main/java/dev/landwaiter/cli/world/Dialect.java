package dev.landwaiter.cli.world;

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
public record Dialect(
    String program,
    String prefix,
    String configFile,
    int usageCode,
    int errorCode,
    boolean strict,
    boolean usageOnStdout,
    String cacheName) {
  public static final Dialect OWN =
      new Dialect("landwaiter", "LANDWAITER_", "landwaiter.yaml", 64, 2, true, false, "landwaiter");
  public static final Dialect TRIVY =
      new Dialect("landwaiter trivy", "TRIVY_", "trivy.yaml", 1, 1, false, true, "trivy");
}
