package dev.landwaiter.inventory.lang.go;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Relations;
import dev.landwaiter.base.finding.Relationship;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.lang.executable.BrokenExecutableException;
import dev.landwaiter.inventory.lang.executable.Executable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The modules a Go program was linked from (project reference, inventory, 19.1).
public final class GoBinary implements Analyzer {
  @Override
  public String id() {
    return "gobinary";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.executable() || file.name().endsWith(".exe");
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      try {
        Optional<Executable> program = Executable.read(file.bytes());
        if (program.isPresent()) {
          List<Package> packages = packages(program.get());
          if (!packages.isEmpty()) {
            found.add(new Application(LanguageType.GOBINARY, file.path(), packages));
          }
        }
      } catch (BrokenExecutableException e) {
        found.add(Problem.in(file.path(), e.reason()));
      }
    }
  }

  private List<Package> packages(Executable program) throws BrokenExecutableException {
    Optional<BuildInformation> information = BuildInformation.find(program);
    if (information.isEmpty()) {
      return List.of();
    }
    ModuleText text = ModuleText.parse(information.get().modules());
    List<Package> packages = new ArrayList<>();
    packages.add(module("stdlib", "v" + release(information.get().go()), Relationship.DIRECT));
    for (ModuleText.Module dependency : text.dependencies()) {
      packages.add(module(dependency.path(), dependency.version(), Relationship.UNKNOWN));
    }
    if (text.main().isPresent()) {
      List<String> ids = packages.stream().map(Package::id).distinct().sorted().toList();
      packages.add(
          module(text.main().get().path(), MainVersion.of(text, program), Relationship.ROOT)
              .withRelations(new Relations(Relationship.ROOT, false, ids)));
    }
    return packages;
  }

  private Package module(String path, String version, Relationship relationship) {
    String id = path;
    if (!version.isEmpty()) {
      id += version.startsWith("v") ? "@" + version : "@v" + version;
    }
    return Package.language(id, path, version, List.of(), id())
        .withRelations(Relations.of(relationship));
  }

  // "go1.22.1 X:boringcrypto" and "go1.22.1-X:boringcrypto" both are 1.22.1.
  private static String release(String go) {
    String plain = go.startsWith("go") ? go.substring(2) : go;
    int space = plain.indexOf(' ');
    plain = space < 0 ? plain : plain.substring(0, space);
    int experiments = plain.indexOf("-X:");
    return experiments < 0 ? plain : plain.substring(0, experiments);
  }
}
