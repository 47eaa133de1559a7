package dev.landwaiter.inventory.database.dpkg;

import dev.landwaiter.base.finding.Evr;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Source;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.PackageDatabase;
import dev.landwaiter.inventory.database.Budget;
import dev.landwaiter.inventory.database.DatabaseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// dpkg's status file, the files of `status.d` that stand for it in images without dpkg, and what
/// belongs to them.
public final class DpkgDatabase implements Analyzer {
  private static final String STATUS = "var/lib/dpkg/status";
  private static final String STATUS_D = "var/lib/dpkg/status.d";
  private static final String INFO = "var/lib/dpkg/info";

  @Override
  public String id() {
    return "dpkg";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.path().equals(STATUS)
        || file.path().equals(DpkgFiles.AVAILABLE)
        || file.folder().equals(STATUS_D)
        || (file.folder().equals(INFO) && file.name().endsWith(DpkgFiles.MD5SUMS));
  }

  @Override
  public boolean together() {
    return true;
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    try {
      var budget = new Budget();
      var beside = new DpkgFiles(files, budget);
      for (TreeFile file : files.files()) {
        boolean one =
            file.entry().folder().equals(STATUS_D)
                && !file.entry().name().endsWith(DpkgFiles.MD5SUMS);
        if (one || file.path().equals(STATUS)) {
          List<DpkgPackage> read = read(file, budget, found);
          found.add(new PackageDatabase(file.path(), resolved(read, beside)));
        }
      }
    } catch (DatabaseException e) {
      found.add(Problem.in(STATUS, "the dpkg database is not read to its end: " + e.what()));
    }
  }

  private static List<DpkgPackage> read(TreeFile file, Budget budget, Observations found)
      throws DatabaseException {
    List<DpkgPackage> packages = new ArrayList<>();
    Stanza.parse(
        file.text(),
        stanza -> {
          if (DpkgPackage.isInstalled(stanza)
              && !stanza.field("package").isEmpty()
              && !stanza.field("version").isEmpty()) {
            budget.takePackage();
            budget.takeNames(
                (int) stanza.field("depends").chars().filter(c -> c == ',' || c == '|').count());
            read(file, stanza, found).ifPresent(packages::add);
          }
        });
    return packages;
  }

  private static Optional<DpkgPackage> read(TreeFile file, Stanza stanza, Observations found) {
    Optional<Evr> version = DebianVersion.parse(stanza.field("version"));
    if (version.isEmpty()) {
      found.add(problem(file, stanza, "version", "is left out"));
      return Optional.empty();
    }
    Evr evr = version.orElseThrow();
    Optional<Source> source = source(stanza, evr);
    if (source.isEmpty()) {
      found.add(problem(file, stanza, "source version", "is taken to be its own source"));
    }
    return Optional.of(
        new DpkgPackage(stanza, evr, source.orElse(new Source(stanza.field("package"), evr))));
  }

  private static Problem problem(TreeFile file, Stanza stanza, String what, String outcome) {
    return new Problem(
        file.path(),
        Optional.of(new Position(stanza.line(), 1)),
        "the package %s has an invalid %s and %s".formatted(stanza.field("package"), what, outcome),
        "");
  }

  /// The field `Source: NAME (VERSION)`; what it leaves out is as of the package itself. Empty when
  /// the version in it is none.
  private static Optional<Source> source(Stanza stanza, Evr version) {
    String text = stanza.field("source");
    int open = text.indexOf('(');
    String name = (open < 0 ? text : text.substring(0, open)).strip();
    String shown = name.isEmpty() ? stanza.field("package") : name;
    if (open < 0) {
      return Optional.of(new Source(shown, version));
    }
    int close = text.indexOf(')', open);
    String own = text.substring(open + 1, close < 0 ? text.length() : close).strip();
    return DebianVersion.parse(own).map(evr -> new Source(shown, evr));
  }

  private List<Package> resolved(List<DpkgPackage> read, DpkgFiles beside)
      throws DatabaseException {
    Map<String, String> idByName = new HashMap<>();
    read.forEach(one -> idByName.put(one.name(), one.id()));
    List<Package> packages = new ArrayList<>();
    for (DpkgPackage one : read) {
      var ids = new TreeSet<String>();
      for (String name : one.needs()) {
        String id = idByName.get(name);
        if (id != null) {
          ids.add(id);
        }
      }
      packages.add(one.toPackage(beside, List.copyOf(ids), id()));
    }
    return packages;
  }
}
