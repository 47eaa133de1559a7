package dev.landwaiter.oci.registry;

/// What somebody wants to do with a repository.
public enum Purpose {
  PULL("pull"),
  PUSH("pull,push"),
  DELETE("pull,push,delete");

  private final String actions;

  Purpose(String actions) {
    this.actions = actions;
  }

  /// The scope to ask a token service for (distribution project, "Token Scope Documentation").
  String scope(String repository) {
    return "repository:" + repository + ":" + actions;
  }
}
