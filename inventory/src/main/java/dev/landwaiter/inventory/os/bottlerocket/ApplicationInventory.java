package dev.landwaiter.inventory.os.bottlerocket;

import dev.landwaiter.base.finding.Evr;
import dev.landwaiter.base.finding.Identifier;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.finding.Provenance;
import dev.landwaiter.base.finding.Relations;
import dev.landwaiter.base.finding.Source;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.PackageDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Bottlerocket's list of what was built into the image; there is no package manager on it.
public final class ApplicationInventory implements Analyzer {
  private static final String FILE =
      "-bottlerocket-linux-gnu/sys-root/usr/share/bottlerocket/application-inventory.json";
  private static final Set<String> PATHS = Set.of("aarch64" + FILE, "x86_64" + FILE);

  @Override
  public String id() {
    return "bottlerocket-inventory";
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
      try {
        List<Package> packages = new ArrayList<>();
        for (Value entry :
            Json.parse(file.path(), file.bytes())
                .get("Content")
                .map(Value::elements)
                .orElse(List.of())) {
          Optional<Package> read = read(entry);
          read.ifPresent(packages::add);
          if (read.isEmpty()) {
            found.add(
                Problem.in(
                    file.path(),
                    "the epoch of "
                        + entry.text("Name")
                        + " is no number: "
                        + entry.text("Epoch")));
          }
        }
        found.add(new PackageDatabase(file.path(), packages));
      } catch (FormatException e) {
        found.add(e.problem());
      }
    }
  }

  private Optional<Package> read(Value entry) {
    String epochText = entry.text("Epoch");
    int epoch;
    try {
      epoch = epochText.isEmpty() ? 0 : Integer.parseInt(epochText);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    String name = entry.text("Name");
    var evr = new Evr(epoch, entry.text("Version"), entry.text("Release"));
    return Optional.of(
        new Package(
            name + "@" + evr.text(),
            name,
            evr,
            entry.text("Architecture"),
            Source.NONE,
            List.of(),
            new Provenance(entry.text("Publisher"), "", "", Provenance.NONE.buildInfo(), "", id()),
            Relations.NONE,
            Place.NONE,
            Identifier.NONE));
  }
}
