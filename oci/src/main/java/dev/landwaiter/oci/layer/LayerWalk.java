package dev.landwaiter.oci.layer;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileVisitor;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.tar.TarPath;
import dev.landwaiter.oci.tar.TarReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Leads a visitor over the regular files of a layer and collects its whiteouts (OCI image
/// specification 1.1, "Image Layer Filesystem Changeset").
///
/// Of entries with one path the last wins: the visitor is told each of them in order, and where an
/// earlier one was handed over, a problem says that there are several. A hard link stands for the
/// file it leads to: when the link's own path is wanted, its content is fetched in a second pass
/// ([#linked]), unless it is a program that was handed over under another name already.
final class LayerWalk {
  private static final String WHITEOUT = ".wh.";
  private static final String BOOKKEEPING = ".wh..wh.";
  private static final String OPAQUE = ".wh..wh..opq";
  private static final int PROBLEMS = 100;

  private final FileVisitor visitor;
  private final Limits limits;
  private final String where;
  private final LinkTargets targets = new LinkTargets();
  private final Set<String> visited = new HashSet<>();
  private final Set<Integer> visitedNumbers = new HashSet<>();
  private final Map<Integer, List<FileEntry>> wantedLinks = new HashMap<>();
  private final List<String> opaqueDirs = new ArrayList<>();
  private final List<String> whiteouts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int number;

  LayerWalk(FileVisitor visitor, Limits limits, String where) {
    this.visitor = visitor;
    this.limits = limits;
    this.where = where;
  }

  List<String> opaqueDirs() {
    return opaqueDirs;
  }

  List<String> whiteouts() {
    return whiteouts;
  }

  List<Problem> problems() {
    return problems;
  }

  boolean wantsLinks() {
    return !wantedLinks.isEmpty();
  }

  /// The first pass: every file, whiteout and link.
  void all(TarReader tar) throws IOException {
    while (tar.next()) {
      String path = tar.path();
      int name = path.lastIndexOf('/') + 1;
      if (path.startsWith(WHITEOUT, name)) {
        whiteout(path, name);
        continue;
      }
      if (!visited.isEmpty() && visited.contains(path)) {
        report("is stored more than once in this layer; the last counts", path);
      }
      switch (tar.kind()) {
        case FILE -> file(tar, path);
        case HARD_LINK -> link(tar, path);
        case SYMLINK, DIRECTORY, OTHER -> {}
      }
    }
  }

  private void whiteout(String path, int name) throws ImageException {
    String folder = path.substring(0, Math.max(0, name - 1));
    if (path.startsWith(BOOKKEEPING, name)) {
      if (path.length() == name + OPAQUE.length() && path.endsWith(OPAQUE)) {
        opaqueDirs.add(folder);
      }
      return;
    }
    String hidden = path.substring(name + WHITEOUT.length());
    if (hidden.isEmpty() || hidden.equals(".") || hidden.equals("..")) {
      throw Fields.invalid(where + ": '" + Fields.shown(path) + "' hides no file");
    }
    whiteouts.add(folder.isEmpty() ? hidden : folder + "/" + hidden);
  }

  private void file(TarReader tar, String path) throws IOException {
    if (path.isEmpty()) {
      return;
    }
    number++;
    targets.put(path, number, tar.size());
    var entry = new FileEntry(path, tar.size(), tar.mode());
    if (visitor.wants(entry) && isKept(entry)) {
      visited.add(path);
      visitedNumbers.add(number);
      visitor.visit(new TreeFile(entry, tar.content()));
    }
  }

  private void link(TarReader tar, String path) {
    String target = TarPath.clean(tar.link());
    int place = targets.find(target);
    if (place < 0) {
      if (!path.isEmpty() && visitor.wants(new FileEntry(path, 0, tar.mode()))) {
        report("is a link to '" + Fields.shown(target) + "', which this layer lacks", path);
      }
      return;
    }
    int file = targets.number(place);
    long size = targets.size(place);
    targets.put(path, file, size);
    var entry = new FileEntry(path, size, tar.mode());
    boolean known = entry.executable() && visitedNumbers.contains(file);
    if (!known && visitor.wants(entry) && isKept(entry)) {
      wantedLinks.computeIfAbsent(file, _ -> new ArrayList<>()).add(entry);
    }
  }

  private boolean isKept(FileEntry entry) {
    long limit = limits.of(Limit.KEPT_FILE);
    if (entry.size() > limit) {
      visitor.tooLarge(entry, limit);
      return false;
    }
    return true;
  }

  private void report(String what, String path) {
    if (problems.size() < PROBLEMS) {
      problems.add(Problem.in(Fields.shown(path), what + " (" + where + ")"));
    } else if (problems.size() == PROBLEMS) {
      problems.add(Problem.in(where, "has more problems of this kind, which are not listed"));
    }
  }

  /// The second pass: the files that wanted hard links lead to.
  void linked(TarReader tar) throws IOException {
    int at = 0;
    while (tar.next()) {
      boolean counts =
          switch (tar.kind()) {
            case FILE -> !tar.path().isEmpty() && !isWhiteout(tar.path());
            case HARD_LINK, SYMLINK, DIRECTORY, OTHER -> false;
          };
      if (!counts) {
        continue;
      }
      var links = wantedLinks.get(++at);
      if (links != null) {
        byte[] content = tar.content();
        for (var link : links) {
          visitor.visit(new TreeFile(link, content));
        }
      }
    }
  }

  private static boolean isWhiteout(String path) {
    return path.startsWith(WHITEOUT, path.lastIndexOf('/') + 1);
  }
}
