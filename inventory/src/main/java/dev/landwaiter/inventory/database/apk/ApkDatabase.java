package dev.landwaiter.inventory.database.apk;

import dev.landwaiter.base.finding.Package;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// apk's list of installed packages; on systems with a merged `/usr` it lies below `usr`.
public final class ApkDatabase implements Analyzer {
  private static final Set<String> PATHS =
      Set.of("lib/apk/db/installed", "usr/lib/apk/db/installed");

  @Override
  public String id() {
    return "apk";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return PATHS.contains(file.path());
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      Map<String, ApkRecord> byName = new LinkedHashMap<>();
      try {
        read(file, byName, found);
      } catch (DatabaseException e) {
        found.add(Problem.in(file.path(), "the apk database is not read to its end: " + e.what()));
      }
      found.add(new PackageDatabase(file.path(), resolved(byName)));
    }
  }

  private static void read(TreeFile file, Map<String, ApkRecord> byName, Observations found)
      throws DatabaseException {
    var budget = new Budget();
    var record = new ApkRecord();
    int number = 0;
    int first = 1;
    for (String line : (Iterable<String>) file.text().lines()::iterator) {
      number++;
      Budget.checkField(line.length());
      if (line.length() < 2) {
        take(budget, record);
        finish(record, new Place(file.path(), first), byName, found);
        record = new ApkRecord();
        first = number + 1;
      } else if (line.charAt(1) == ':') {
        record.add(line.charAt(0), line.substring(2), budget);
      }
    }
    take(budget, record);
    finish(record, new Place(file.path(), first), byName, found);
  }

  private static void take(Budget budget, ApkRecord record) throws DatabaseException {
    budget.takePackage();
    budget.takeNames(record.names());
  }

  private record Place(String path, int line) {
    Problem problem(String message) {
      return new Problem(path, Optional.of(new Position(line, 1)), message, "");
    }
  }

  /// Keeps the record unless it is of no use; of a name that comes twice the first counts.
  private static void finish(
      ApkRecord record, Place place, Map<String, ApkRecord> byName, Observations found) {
    if (record.isEmpty()) {
      return;
    }
    if (record.text('P').isEmpty()) {
      found.add(place.problem("the record names no package"));
    } else if (!ApkVersion.isValid(record.text('V'))) {
      found.add(
          place.problem(
              "the package %s has the invalid version '%s' and is left out"
                  .formatted(record.text('P'), record.text('V'))));
    } else {
      byName.putIfAbsent(record.text('P'), record);
    }
  }

  private List<Package> resolved(Map<String, ApkRecord> byName) {
    Map<String, String> idByProvided = new HashMap<>();
    for (ApkRecord record : byName.values()) {
      record.provides().forEach(name -> idByProvided.put(name, record.id()));
    }
    List<Package> packages = new ArrayList<>();
    for (ApkRecord record : byName.values()) {
      var ids = new TreeSet<String>();
      for (String name : record.needs()) {
        String id = idByProvided.get(name);
        if (id != null && !id.equals(record.id())) {
          ids.add(id);
        }
      }
      packages.add(record.toPackage(List.copyOf(ids), id()));
    }
    return packages;
  }
}
