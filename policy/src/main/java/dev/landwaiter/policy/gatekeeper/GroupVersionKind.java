package dev.landwaiter.policy.gatekeeper;

/// What an object says it is.
///
/// @param group empty for the core group
public record GroupVersionKind(String group, String version, String kind) {
  /// Takes an `apiVersion` apart.
  ///
  /// @param apiVersion `VERSION` or `GROUP/VERSION`
  public static GroupVersionKind of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return slash < 0
        ? new GroupVersionKind("", apiVersion, kind)
        : new GroupVersionKind(
            apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
  }

  /// `VERSION` or `GROUP/VERSION`.
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /// `GROUP/VERSION, Kind=KIND`, as Kubernetes writes it.
  @Override
  public String toString() {
    return group + "/" + version + ", Kind=" + kind;
  }
}
