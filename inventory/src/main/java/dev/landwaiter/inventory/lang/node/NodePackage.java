package dev.landwaiter.inventory.lang.node;

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

/// The file `package.json` of a package that lies in a tree (project reference, inventory, 16.5).
public final class NodePackage implements Analyzer {
  private static final int NAME_LIMIT = 214;

  @Override
  public String id() {
    return "node-pkg";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.name().equals("package.json");
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      try {
        if (!SizeLimit.allows(file, found)) {
          continue;
        }
        Value json = Json.parse(file.path(), file.bytes());
        String name = json.text("name");
        String version = json.text("version");
        if (valid(name) && !version.isEmpty()) {
          Package one =
              Package.language(name + "@" + version, name, version, licenses(json), id())
                  .withPlace(Place.file(file.path()));
          found.add(new Application(LanguageType.NODE_PKG, file.path(), List.of(one)));
        }
      } catch (FormatException e) {
        found.add(e.problem());
      }
    }
  }

  private static List<String> licenses(Value json) {
    Value license = json.get("license").orElse(Value.of(""));
    String name = license.asText().isEmpty() ? license.text("type") : license.asText();
    return name.isEmpty() ? List.of() : List.of(Licenses.normalize(name));
  }

  // Files that only mark a folder's module kind have no name, or one that nobody could publish.
  private static boolean valid(String name) {
    if (name.isEmpty() || name.length() > NAME_LIMIT) {
      return false;
    }
    int slash = name.startsWith("@") ? name.indexOf('/') : -1;
    if (name.startsWith("@") && (slash < 2 || !plain(name.substring(1, slash)))) {
      return false;
    }
    String last = name.substring(slash + 1);
    return !last.isEmpty() && !last.startsWith(".") && !last.startsWith("_") && plain(last);
  }

  private static boolean plain(String part) {
    return part.chars()
        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0);
  }
}
