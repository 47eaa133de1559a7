package dev.landwaiter.inventory.database.dpkg;

import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands beside the paragraphs: the lists of installed files, and the digests of the package
/// files.
final class DpkgFiles {
  static final String MD5SUMS = ".md5sums";
  static final String AVAILABLE = "var/lib/dpkg/available";

  private final Map<String, TreeFile> listByName = new HashMap<>();
  private final Map<String, List<String>> pathsByName = new HashMap<>();
  private final Map<String, String> digestById = new HashMap<>();

  DpkgFiles(FileTree files) {
    for (TreeFile file : files.files()) {
      String name = file.entry().name();
      if (name.endsWith(MD5SUMS)) {
        listByName.put(name.substring(0, name.length() - MD5SUMS.length()), file);
      }
    }
    Optional<TreeFile> available = files.file(AVAILABLE);
    if (available.isPresent()) {
      for (Stanza stanza : Stanza.parse(available.orElseThrow().text())) {
        String sha256 = stanza.field("sha256");
        if (!sha256.isEmpty()) {
          digestById.put(
              stanza.field("package") + "@" + stanza.field("version"), "sha256:" + sha256);
        }
      }
    }
  }

  /// Sorted absolute paths; the list is that of the name, or else of the name and architecture.
  /// Packages of one name share it, however many a hostile status file claims.
  List<String> installed(String name, String arch) {
    String key = listByName.containsKey(name) ? name : name + ":" + arch;
    TreeFile list = listByName.get(key);
    return list == null ? List.of() : pathsByName.computeIfAbsent(key, _ -> paths(list));
  }

  private static List<String> paths(TreeFile list) {
    return list.text()
        .lines()
        .filter(line -> line.contains("  "))
        .map(line -> "/" + line.substring(line.indexOf("  ") + 2))
        .sorted()
        .toList();
  }

  /// The digest of the package file, or the empty text.
  String digest(String id) {
    return digestById.getOrDefault(id, "");
  }
}
