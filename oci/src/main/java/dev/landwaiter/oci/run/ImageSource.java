package dev.landwaiter.oci.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where an image may be looked for.
public enum ImageSource {
  DOCKER,
  CONTAINERD,
  PODMAN,
  /// A registry.
  REMOTE;

  /// The usual order: this machine first.
  public static final List<ImageSource> ALL = List.of(values());

  /// The name that users write: `docker`, `containerd`, `podman`, `remote`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The source of that name.
  public static Optional<ImageSource> byId(String id) {
    return Stream.of(values()).filter(source -> source.id().equals(id)).findFirst();
  }
}
