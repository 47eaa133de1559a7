package dev.landwaiter.oci.run;

/// Where the container engines of this machine listen, as [dev.landwaiter.oci.daemon.DaemonAddress]
/// reads it.
///
/// @param docker the value of an option or of `DOCKER_HOST`
/// @param podman the value of an option, or the socket below the user's runtime folder
public record Sockets(String docker, String podman) {
  private static final String DOCKER = "unix:///var/run/docker.sock";
  private static final String PODMAN = "unix:///run/podman/podman.sock";

  /// Fills in the usual places.
  ///
  /// @param docker what the user says, or empty
  /// @param podman what the user says, or empty
  /// @param runtimeFolder the value of `XDG_RUNTIME_DIR`, or empty
  public static Sockets of(String docker, String podman, String runtimeFolder) {
    String usual =
        runtimeFolder.isEmpty() ? PODMAN : "unix://" + runtimeFolder + "/podman/podman.sock";
    return new Sockets(docker.isEmpty() ? DOCKER : docker, podman.isEmpty() ? usual : podman);
  }
}
