package dev.landwaiter.inventory.run;

import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.database.apk.ApkDatabase;
import dev.landwaiter.inventory.database.dpkg.DpkgCopyright;
import dev.landwaiter.inventory.database.dpkg.DpkgDatabase;
import dev.landwaiter.inventory.database.rpm.RpmDatabase;
import dev.landwaiter.inventory.database.rpm.RpmManifest;
import dev.landwaiter.inventory.lang.conda.CondaPackage;
import dev.landwaiter.inventory.lang.dotnet.DepsJson;
import dev.landwaiter.inventory.lang.dotnet.PackagesLock;
import dev.landwaiter.inventory.lang.go.GoBinary;
import dev.landwaiter.inventory.lang.java.JarAnalyzer;
import dev.landwaiter.inventory.lang.java.JavaIndex;
import dev.landwaiter.inventory.lang.node.NodePackage;
import dev.landwaiter.inventory.lang.php.InstalledJson;
import dev.landwaiter.inventory.lang.python.PythonEgg;
import dev.landwaiter.inventory.lang.python.PythonPackage;
import dev.landwaiter.inventory.lang.ruby.Gemspec;
import dev.landwaiter.inventory.lang.rust.CargoLock;
import dev.landwaiter.inventory.lang.rust.RustBinary;
import dev.landwaiter.inventory.os.alpine.ApkRepositories;
import dev.landwaiter.inventory.os.bottlerocket.ApplicationInventory;
import dev.landwaiter.inventory.os.redhat.BuildDockerfile;
import dev.landwaiter.inventory.os.redhat.ContentManifest;
import dev.landwaiter.inventory.os.release.RapidFort;
import dev.landwaiter.inventory.os.release.ReleaseFiles;
import dev.landwaiter.inventory.os.ubuntu.UbuntuEsm;
import java.util.List;

/// All analyzers there are, one a line.
public final class Analyzers {
  public static final List<Analyzer> ALL = with(new JarAnalyzer(JavaIndex.EMPTY, false));

  private Analyzers() {}

  /// The same list with the one analyzer that has a choice: which index of Java archives it asks,
  /// and whether it lists what no index vouches for.
  public static List<Analyzer> with(JarAnalyzer jars) {
    return List.of(
        new ReleaseFiles(Distributions.ALL),
        new RapidFort(),
        new NodePackage(),
        new PythonPackage(),
        new PythonEgg(),
        jars,
        new Gemspec(),
        new DepsJson(),
        new PackagesLock(),
        new CondaPackage(),
        new InstalledJson(),
        new GoBinary(),
        new RustBinary(),
        new CargoLock(),
        new UbuntuEsm(),
        new ApkRepositories(),
        new ContentManifest(),
        new BuildDockerfile(),
        new ApplicationInventory(),
        new ApkDatabase(),
        new DpkgDatabase(),
        new DpkgCopyright(),
        new RpmDatabase(),
        new RpmManifest());
  }
}
