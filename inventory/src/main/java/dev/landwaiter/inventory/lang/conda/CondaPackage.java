package dev.landwaiter.inventory.lang.conda;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.lang.SizeLimit;
import dev.landwaiter.inventory.licence.Licenses;
import java.util.List;

/// The record of an installed package in a Conda environment (project reference, inventory, 17).
/// The base environment is left out, as in the original.
public final class CondaPackage implements Analyzer {
  @Override
  public String id() {
    return "conda-pkg";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    if (!file.path().endsWith(".json")) {
      return false;
    }
    String[] parts = file.path().split("/", -1);
    int last = parts.length - 1;
    return last >= 3 && parts[last - 1].equals("conda-meta") && parts[last - 3].equals("envs");
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      try {
        if (SizeLimit.allows(file, found)) {
          add(file, Json.parse(file.path(), file.bytes()), found);
        }
      } catch (FormatException e) {
        found.add(e.problem());
      }
    }
  }

  private void add(TreeFile file, Value json, Observations found) {
    String name = json.text("name");
    String version = json.text("version");
    if (name.isEmpty() || version.isEmpty()) {
      return;
    }
    String license = json.text("license");
    List<String> licenses = license.isEmpty() ? List.of() : List.of(Licenses.normalize(license));
    Package one =
        Package.language("", name, version, licenses, id()).withPlace(Place.file(file.path()));
    found.add(new Application(LanguageType.CONDA_PKG, file.path(), List.of(one)));
  }
}
