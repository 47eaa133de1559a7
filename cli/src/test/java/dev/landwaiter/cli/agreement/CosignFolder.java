package dev.landwaiter.cli.agreement;

import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder that a recorded command line of cosign runs in: copies of the recorded files, with
/// our addresses where they name servers, and room for what it writes.
public final class CosignFolder {
  private static final Path RECORDED = Shared.path("conformance/cosign");

  /// Where servers are named in files that nobody signed.
  private static final List<String> NAMING = List.of("trust/", "files/docker/", "files/k8s/");

  private static final int LARGEST = 1 << 18;

  private static final Pattern OVERWRITTEN = Pattern.compile("File (\\S+) already exists");

  private CosignFolder() {}

  /// Makes it.
  ///
  /// @param ports changes addresses of recorded servers into those of ours
  /// @param replaced paths that others write themselves
  static void fill(Path folder, CosignRow row, UnaryOperator<String> ports, Set<String> replaced)
      throws IOException {
    Set<String> needed = new TreeSet<>(row.files("in"));
    for (String word : row.words()) {
      String path = word.substring(word.indexOf('=') + 1);
      if (path.matches("[a-z]+/.+") && Files.exists(RECORDED.resolve(path))) {
        needed.add(path);
      }
    }
    row.environment().values().stream()
        .filter(value -> value.matches("[a-z]+/.+") && Files.exists(RECORDED.resolve(value)))
        .forEach(needed::add);
    Set<String> written = new TreeSet<>(row.files("out"));
    written.removeAll(row.files("in"));
    needed.removeAll(written);
    needed.removeAll(replaced);
    // A file that a row overwrites, or would, is in neither of its lists.
    var overwritten = OVERWRITTEN.matcher(row.stderr());
    while (overwritten.find()) {
      needed.add(overwritten.group(1));
    }
    Set<String> folders = new TreeSet<>();
    try (Stream<Path> all = Files.list(RECORDED)) {
      all.filter(Files::isDirectory).forEach(each -> folders.add(each.getFileName().toString()));
    }
    for (String name : folders) {
      Path made = folder.resolve(name);
      Files.createDirectories(made);
    }
    for (String path : written) {
      Files.createDirectories(folder.resolve(path).getParent());
    }
    for (String path : needed) {
      put(folder, path, ports);
    }
  }

  private static void put(Path folder, String path, UnaryOperator<String> ports)
      throws IOException {
    Path from = RECORDED.resolve(path);
    Path to = folder.resolve(path);
    if (Files.exists(to) || !Files.exists(from)) {
      return;
    }
    Files.createDirectories(to.getParent());
    if (NAMING.stream().anyMatch(path::startsWith)
        && Files.isRegularFile(from)
        && Files.size(from) <= LARGEST) {
      String text = Files.readString(from, StandardCharsets.UTF_8);
      if (text.contains("127.0.0.1:55")) {
        Files.writeString(to, ports.apply(text));
        return;
      }
    }
    copy(from, to);
  }

  /// Never a link: commands write where they are told to, and recordings must stay what they are.
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, Files.readAllBytes(each));
        }
      }
    }
  }
}
