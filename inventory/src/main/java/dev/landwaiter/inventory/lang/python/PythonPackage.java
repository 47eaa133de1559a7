package dev.landwaiter.inventory.lang.python;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.lang.SizeLimit;
import java.util.List;
import java.util.Optional;

/// The metadata files of installed Python packages (project reference, inventory, 17).
public final class PythonPackage implements Analyzer {
  private static final List<String> ENDS =
      List.of("EGG-INFO/PKG-INFO", ".egg-info", ".egg-info/PKG-INFO", ".egg-info/METADATA");

  @Override
  public String id() {
    return "python-pkg";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    String path = file.path();
    return (file.name().equals("METADATA") && path.contains(".dist-info"))
        || ENDS.stream().anyMatch(path::endsWith);
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      if (!SizeLimit.allows(file, found)) {
        continue;
      }
      Optional<Package> described = MetadataHeaders.parse(file.text()).toPackage(file.path(), id());
      if (described.isPresent()) {
        found.add(new Application(LanguageType.PYTHON_PKG, file.path(), List.of(described.get())));
      } else {
        found.add(Problem.in(file.path(), "names no package and version"));
      }
    }
  }
}
