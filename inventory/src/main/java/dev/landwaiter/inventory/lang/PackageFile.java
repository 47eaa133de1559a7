package dev.landwaiter.inventory.lang;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import java.util.List;

/// An analyzer of text files, each of which lists packages of one language by itself.
public interface PackageFile extends Analyzer {
  LanguageType type();

  /// The packages that the file lists.
  ///
  /// @throws FormatException when the file cannot be read, which becomes a problem
  List<Package> packages(TreeFile file) throws FormatException;

  @Override
  default void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      try {
        List<Package> packages = SizeLimit.allows(file, found) ? packages(file) : List.of();
        if (!packages.isEmpty()) {
          found.add(new Application(type(), file.path(), packages));
        }
      } catch (FormatException e) {
        found.add(e.problem());
      }
    }
  }
}
