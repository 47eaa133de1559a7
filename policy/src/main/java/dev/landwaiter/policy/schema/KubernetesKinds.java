package dev.landwaiter.policy.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The kinds that one minor version of Kubernetes has built in.
///
/// The structures come with the program (`tools/kubernetes-structure` makes them); a type is read
/// when an object of it is first looked at. Any number of threads may use it.
public final class KubernetesKinds {
  private static final String RESOURCE = "kubernetes.txt";

  private final KubernetesVersion version;
  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, String> definitions = new HashMap<>();
  private final Map<String, StructureType> types = new ConcurrentHashMap<>();
  private final StructureText text = new StructureText(this::type);

  private KubernetesKinds(KubernetesVersion version, List<String> lines, int bit) {
    this.version = version;
    for (String line : lines) {
      if ((Integer.parseInt(line, 0, 2, 16) & bit) == 0) {
        continue;
      }
      int start = "00 kind ".length();
      if (line.startsWith("kind ", 3)) {
        int name = line.lastIndexOf(' ');
        kinds.put(line.substring(start, name), line.substring(name + 1));
      } else {
        int end = line.indexOf(' ', start);
        String name = end < 0 ? line.substring(start) : line.substring(start, end);
        definitions.put(name, end < 0 ? "" : line.substring(end + 1));
      }
    }
  }

  /// The versions that can be asked for, the oldest first.
  public static List<KubernetesVersion> versions() {
    return versions(read());
  }

  /// The kinds of the newest version.
  public static KubernetesKinds newest() {
    List<String> lines = read();
    List<KubernetesVersion> versions = versions(lines);
    return of(lines, versions, versions.size() - 1);
  }

  /// The kinds of a version; of an unknown one those of the nearest that is known, which [#version]
  /// tells.
  public static KubernetesKinds nearest(KubernetesVersion version) {
    List<String> lines = read();
    List<KubernetesVersion> versions = versions(lines);
    int at = 0;
    while (at + 1 < versions.size() && versions.get(at).compareTo(version) < 0) {
      at++;
    }
    return of(lines, versions, at);
  }

  private static KubernetesKinds of(
      List<String> lines, List<KubernetesVersion> versions, int index) {
    return new KubernetesKinds(versions.get(index), lines.subList(1, lines.size()), 1 << index);
  }

  private static List<KubernetesVersion> versions(List<String> lines) {
    List<KubernetesVersion> versions = new ArrayList<>();
    for (String word : lines.getFirst().split(" ", -1)) {
      KubernetesVersion.parse(word).ifPresent(versions::add);
    }
    return versions;
  }

  private static List<String> read() {
    try (InputStream in = KubernetesKinds.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public KubernetesVersion version() {
    return version;
  }

  /// The structure of a kind, or empty when this version does not have it.
  ///
  /// @param apiVersion such as `v1`, `apps/v1`
  public Optional<StructureType> find(String apiVersion, String kind) {
    return Optional.ofNullable(kinds.get(apiVersion + " " + kind)).map(this::type);
  }

  /// The API versions that have a kind of this name, in order.
  public List<String> apiVersions(String kind) {
    return kinds.keySet().stream()
        .filter(name -> name.endsWith(" " + kind))
        .map(name -> name.substring(0, name.indexOf(' ')))
        .sorted()
        .toList();
  }

  /// Reads every type and follows its names; how many there are.
  int readAll() {
    for (String name : definitions.keySet()) {
      follow(type(name));
    }
    return definitions.size();
  }

  private static void follow(StructureType type) {
    switch (type) {
      case StructureType.Scalar _ -> {}
      case StructureType.ListOf list -> follow(list.element());
      case StructureType.MapOf map -> follow(map.element());
      case StructureType.Fields fields ->
          fields.members().values().forEach(KubernetesKinds::follow);
      case StructureType.Named named ->
          Objects.requireNonNull(named.target().get(), "a name leads somewhere");
    }
  }

  private StructureType type(String name) {
    StructureType known = types.get(name);
    if (known == null) {
      String definition = definitions.get(name);
      if (definition == null) {
        throw new IllegalStateException("no structure " + name);
      }
      known = text.definition(definition);
      types.put(name, known);
    }
    return known;
  }
}
