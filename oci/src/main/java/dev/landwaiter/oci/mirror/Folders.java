package dev.landwaiter.oci.mirror;

import dev.landwaiter.oci.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Folders that have one folder for each host: containerd's and Docker's `certs.d`.
final class Folders {
  private Folders() {}

  /// The folder of a registry in the first of these that has one.
  ///
  /// @param fallback the name of a folder for all others, or empty
  static Optional<Path> find(List<Path> parents, Reference reference, String fallback) {
    String name = HostAddress.name(reference);
    int port = name.indexOf(':', name.indexOf(']') + 1);
    Stream<String> names =
        port < 0
            ? Stream.of(name)
            : Stream.of(name, name.substring(0, port) + "_" + name.substring(port + 1) + "_");
    List<String> candidates =
        Stream.concat(names, Stream.of(fallback)).filter(each -> !each.isEmpty()).toList();
    return parents.stream()
        .flatMap(parent -> candidates.stream().map(parent::resolve))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
