package dev.landwaiter.policy.score;

/// Whose rules are asked.
public enum Profile {
  /// All of ours, for every kind that holds a pod.
  LANDWAITER("landwaiter"),
  /// Those of kubesec's main branch, for the kinds it knows.
  KUBESEC("kubesec"),
  /// Those of kubesec's last release, 2.14.
  KUBESEC_2_14("kubesec-2.14");

  private final String id;

  Profile(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
