package dev.landwaiter.cli.command.test;

import dev.landwaiter.base.text.Reason;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.NamedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Files of policies and data in folders.
final class PolicyFolder {
  private static final List<String> ENDINGS = List.of(".rego", ".json", ".yaml", ".yml");
  private static final int DEPTH_LIMIT = 32;

  private PolicyFolder() {}

  /// All policies and data below a path, by their paths inside of it; a single file by its name.
  ///
  /// @param folder that the path starts from
  static SortedMap<String, byte[]> read(Path folder, String path) throws LoadException {
    var named = new NamedFiles(folder, List.of());
    var files = new TreeMap<String, byte[]>();
    boolean whole = named.isFolder(path);
    Path base = folder.resolve(path).normalize();
    for (String name : named.below(path)) {
      if (ENDINGS.stream().anyMatch(name::endsWith)) {
        Path file = folder.resolve(name).normalize();
        String inside =
            whole ? base.relativize(file).toString() : String.valueOf(file.getFileName());
        files.put(inside, named.bytes(name));
      }
    }
    return files;
  }

  /// Writes files below a folder, which is made; none ever lies outside of it.
  ///
  /// @param files by their paths
  /// @throws IOException for a path that leads elsewhere, before anything is written
  static void write(Path folder, SortedMap<String, byte[]> files) throws IOException {
    for (String path : files.keySet()) {
      check(path);
    }
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path target = folder;
        for (Path part : Path.of(file.getKey())) {
          if (Files.isSymbolicLink(target) && !target.equals(folder)) {
            throw new IOException(target + " is a link, through which nothing is written");
          }
          if (!Files.isDirectory(target)) {
            Files.createDirectory(target);
          }
          target = target.resolve(part);
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
            && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
          throw new IOException(target + " is there and no file");
        }
        Files.write(target, file.getValue());
      }
    } catch (InvalidPathException e) {
      throw new IOException(Reason.of(new IOException(e.getMessage())), e);
    }
  }

  private static void check(String path) throws IOException {
    List<String> parts = List.of(path.split("/", -1));
    boolean climbs =
        parts.stream().anyMatch(part -> part.isBlank() || part.equals(".") || part.equals(".."));
    if (climbs
        || parts.size() > DEPTH_LIMIT
        || path.chars().anyMatch(c -> Character.isISOControl(c) || c == '\\' || c == ':')) {
      throw new IOException("\"" + path + "\" is no path of a file inside a folder");
    }
  }
}
