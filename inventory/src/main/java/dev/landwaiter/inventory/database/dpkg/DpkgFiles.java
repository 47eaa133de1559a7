package dev.landwaiter.inventory.database.dpkg;

import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.database.Budget;
import dev.landwaiter.inventory.database.DatabaseException;
import java.util.ArrayList;
import java.util.Collections;
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

  private final Budget budget;

  /// @param budget is charged with the paths and the digests
  DpkgFiles(FileTree files, Budget budget) throws DatabaseException {
    this.budget = budget;
    for (TreeFile file : files.files()) {
      String name = file.entry().name();
      if (name.endsWith(MD5SUMS)) {
        listByName.put(name.substring(0, name.length() - MD5SUMS.length()), file);
      }
    }
    Optional<TreeFile> available = files.file(AVAILABLE);
    if (available.isPresent()) {
      Stanza.parse(available.orElseThrow().text(), this::addDigest);
    }
  }

  private void addDigest(Stanza stanza) throws DatabaseException {
    String sha256 = stanza.field("sha256");
    if (!sha256.isEmpty()) {
      budget.takeNames(1);
      digestById.put(stanza.field("package") + "@" + stanza.field("version"), "sha256:" + sha256);
    }
  }

  /// Sorted absolute paths; the list is that of the name, or else of the name and architecture.
  /// Packages of one name share it, however many a hostile status file claims.
  List<String> installed(String name, String arch) throws DatabaseException {
    String key = listByName.containsKey(name) ? name : name + ":" + arch;
    TreeFile list = listByName.get(key);
    if (list == null) {
      return List.of();
    }
    List<String> known = pathsByName.get(key);
    if (known != null) {
      return known;
    }
    List<String> paths = paths(list);
    pathsByName.put(key, paths);
    return paths;
  }

  private List<String> paths(TreeFile list) throws DatabaseException {
    List<String> paths = new ArrayList<>();
    for (String line : (Iterable<String>) list.text().lines()::iterator) {
      int gap = line.indexOf("  ");
      if (gap >= 0) {
        paths.add(budget.path("/", line.substring(gap + 2)));
      }
    }
    Collections.sort(paths);
    return List.copyOf(paths);
  }

  /// The digest of the package file, or the empty text.
  String digest(String id) {
    return digestById.getOrDefault(id, "");
  }
}
