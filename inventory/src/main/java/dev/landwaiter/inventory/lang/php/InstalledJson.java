package dev.landwaiter.inventory.lang.php;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.LineRange;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.finding.Relations;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Positions;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.lang.SizeLimit;
import dev.landwaiter.inventory.licence.Licenses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Composer's list of what it installed (project reference, inventory, 19.4). The list that
/// Composer 1 wrote is not read, and said to be so.
public final class InstalledJson implements Analyzer {
  @Override
  public String id() {
    return "composer-vendor";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.name().equals("installed.json");
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      try {
        if (SizeLimit.allows(file, found)) {
          add(file, found);
        }
      } catch (FormatException e) {
        found.add(e.problem());
      }
    }
  }

  private void add(TreeFile file, Observations found) throws FormatException {
    Located json = Json.parseLocated(file.path(), file.bytes());
    if (json.root() instanceof ArrayValue) {
      found.add(Problem.in(file.path(), "not examined: Composer 1 wrote this list"));
      return;
    }
    List<Value> entries = json.root().get("packages").map(Value::elements).orElse(List.of());
    Map<String, String> ids = new LinkedHashMap<>();
    for (Value entry : entries) {
      ids.putIfAbsent(entry.text("name"), entry.text("name") + "@" + entry.text("version"));
    }
    Map<String, Package> packages = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Value entry = entries.get(i);
      String name = entry.text("name");
      if (!name.isEmpty() && !entry.text("version").isEmpty()) {
        var place = json.positions().at("packages", Integer.toString(i));
        packages.putIfAbsent(name, read(entry, place, ids));
      }
    }
    if (!packages.isEmpty()) {
      found.add(
          new Application(
              LanguageType.COMPOSER_VENDOR, file.path(), List.copyOf(packages.values())));
    }
  }

  private Package read(Value entry, Optional<Positions> place, Map<String, String> ids) {
    String name = entry.text("name");
    List<LineRange> lines =
        place.stream()
            .map(here -> new LineRange(here.start().line(), here.span().lastLine()))
            .toList();
    return Package.language(
            name + "@" + entry.text("version"), name, entry.text("version"), licenses(entry), id())
        .withPlace(new Place(Layer.NONE, "", lines, List.of()))
        .withRelations(Relations.dependingOn(needed(entry, ids)));
  }

  private static List<String> licenses(Value entry) {
    List<String> licenses = new ArrayList<>();
    for (Value license : entry.get("license").map(Value::elements).orElse(List.of())) {
      licenses.add(Licenses.normalize(license.asText()));
    }
    return licenses;
  }

  /// The platform itself, `php` and its extensions, is no package.
  private static List<String> needed(Value entry, Map<String, String> ids) {
    var needed = new TreeSet<String>();
    for (Value key : entry.get("require").map(r -> r.members().keySet()).orElse(Set.of())) {
      String name = key.asText();
      String id = ids.get(name);
      if (!name.equals("php") && !name.startsWith("ext") && id != null) {
        needed.add(id);
      }
    }
    return List.copyOf(needed);
  }
}
