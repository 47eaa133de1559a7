package dev.landwaiter.oci;

import java.util.List;

/// The names of registries that the program knows. Docker Hub has several: references, its API and
/// stored credentials each use another one.
public final class Hubs {
  /// What users may write in front of a path, and what is meant when they write no host.
  public static final String DOCKER_HUB = "docker.io";

  /// The host in canonical references.
  public static final String DOCKER_HUB_CANONICAL = "index.docker.io";

  /// The host that answers the distribution API.
  public static final String DOCKER_HUB_API = "registry-1.docker.io";

  /// The key under which credentials for Docker Hub are stored.
  public static final String DOCKER_HUB_CREDENTIALS = "https://index.docker.io/v1/";

  /// The namespace of a path of one component.
  public static final String LIBRARY = "library/";

  /// Where the advisory database of the field is published, in the order to ask.
  public static final List<String> ADVISORY_DATABASES =
      List.of("mirror.gcr.io/aquasec/trivy-db", "ghcr.io/aquasecurity/trivy-db");

  /// Where the index of published Java archives is published, in the order to ask.
  public static final List<String> JAVA_INDEXES =
      List.of("mirror.gcr.io/aquasec/trivy-java-db", "ghcr.io/aquasecurity/trivy-java-db");

  private Hubs() {}
}
