package dev.landwaiter.inventory.database.rpm;

import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.base.finding.Evr;
import dev.landwaiter.base.finding.Identifier;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.finding.Provenance;
import dev.landwaiter.base.finding.Relations;
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
import java.util.List;
import java.util.Optional;

/// The list of packages that Microsoft's images without rpm carry: ten fields a line, between tabs.
public final class RpmManifest implements Analyzer {
  private static final String PATH = "var/lib/rpmmanifest/container-manifest-2";
  private static final int FIELDS = 10;

  @Override
  public String id() {
    return "rpmqa";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.path().equals(PATH);
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      List<Package> packages = new ArrayList<>();
      try {
        read(file, packages, found);
      } catch (DatabaseException e) {
        found.add(Problem.in(file.path(), "the manifest is not read to its end: " + e.what()));
      }
      found.add(new PackageDatabase(file.path(), packages));
    }
  }

  private void read(TreeFile file, List<Package> packages, Observations found)
      throws DatabaseException {
    var budget = new Budget();
    int number = 0;
    for (String line : (Iterable<String>) file.text().lines()::iterator) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      budget.takePackage();
      List<String> fields = List.of(line.split("\t", FIELDS + 1));
      Optional<Package> one = fields.size() < FIELDS ? Optional.empty() : read(fields);
      one.ifPresent(packages::add);
      if (one.isEmpty()) {
        found.add(
            new Problem(
                file.path(),
                Optional.of(new Position(number, 1)),
                "the line does not describe a package in ten fields",
                ""));
      }
    }
  }

  private Optional<Package> read(List<String> fields) {
    String name = fields.get(0);
    String versionRelease = fields.get(1);
    int dash = versionRelease.lastIndexOf('-');
    Optional<Integer> epoch = epoch(fields.get(8));
    if (dash <= 0 || name.isEmpty() || epoch.isEmpty()) {
      return Optional.empty();
    }
    String arch = fields.get(7);
    var evr =
        new Evr(
            epoch.orElseThrow(),
            versionRelease.substring(0, dash),
            versionRelease.substring(dash + 1));
    String vendor = fields.get(4).equals("(none)") ? "" : fields.get(4);
    return Optional.of(
        new Package(
            name + "@" + versionRelease + "." + arch,
            name,
            evr,
            arch,
            SourceRpm.parse(fields.get(9), evr.epoch()),
            List.of(),
            new Provenance(vendor, "", "", BuildInfo.NONE, "", id()),
            Relations.NONE,
            Place.NONE,
            Identifier.NONE));
  }

  private static Optional<Integer> epoch(String text) {
    if (text.isEmpty() || text.equals("(none)")) {
      return Optional.of(0);
    }
    try {
      return Optional.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
