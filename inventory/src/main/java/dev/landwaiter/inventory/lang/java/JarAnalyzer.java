package dev.landwaiter.inventory.lang.java;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import java.util.List;
import java.util.Locale;

/// Java archives and the archives in them (project reference, inventory, 18.1).
public final class JarAnalyzer implements Analyzer {
  private final JavaIndex index;
  private final boolean unverified;

  /// @param index of published archives; [JavaIndex#EMPTY] when there is none
  /// @param unverified whether an archive that only its own manifest or file name identifies is
  ///   listed too, as found by `jar-unverified`
  public JarAnalyzer(JavaIndex index, boolean unverified) {
    this.index = index;
    this.unverified = unverified;
  }

  @Override
  public String id() {
    return "jar";
  }

  /// Differs by what the constructor was given, since what is found does; the content of the index
  /// does not count.
  @Override
  public int version() {
    return 1 + (unverified ? 1 : 0) + (index.empty() ? 0 : 2);
  }

  @Override
  public String settings() {
    return index.id() + (unverified ? " unverified" : "");
  }

  @Override
  public boolean wants(FileEntry file) {
    return archive(file.name(), ".jar", ".war", ".ear", ".par");
  }

  static boolean archive(String name, String... ends) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String end : ends) {
      if (lower.endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      var reading = new ArchiveReading(index, unverified);
      List<Package> packages = reading.read(file);
      for (Problem problem : reading.problems()) {
        found.add(problem);
      }
      if (!packages.isEmpty()) {
        found.add(new Application(LanguageType.JAR, file.path(), packages));
      }
    }
  }
}
