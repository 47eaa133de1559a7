package dev.landwaiter.inventory.lang.rust;

import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.LineRange;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.finding.Relations;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Toml;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.inventory.lang.PackageFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The lockfile of a Rust project (project reference, inventory, 19.2). How the packages stand to
/// the project is not read from a `Cargo.toml` beside it yet.
public final class CargoLock implements PackageFile {
  private static final String HEADER = "[[package]]";

  @Override
  public String id() {
    return "cargo";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.name().equals("Cargo.lock");
  }

  @Override
  public LanguageType type() {
    return LanguageType.CARGO;
  }

  @Override
  public List<Package> packages(TreeFile file) throws FormatException {
    List<Value> tables =
        Toml.parse(file.path(), file.bytes()).get("package").map(Value::elements).orElse(List.of());
    List<LineRange> lines = lines(file.text());
    // A dependency named without version means the last package of that name.
    Map<String, String> byName = new HashMap<>();
    for (Value table : tables) {
      byName.put(table.text("name"), identify(table));
    }
    Map<String, Package> packages = new LinkedHashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      Value table = tables.get(i);
      if (table.text("name").isEmpty()) {
        continue;
      }
      List<LineRange> own = i < lines.size() ? List.of(lines.get(i)) : List.of();
      var dependsOn = new TreeSet<String>();
      for (Value dependency : table.get("dependencies").map(Value::elements).orElse(List.of())) {
        String[] words = dependency.asText().split(" ", -1);
        String target =
            words.length == 1 ? byName.getOrDefault(words[0], "") : words[0] + "@" + words[1];
        if (!target.isEmpty()) {
          dependsOn.add(target);
        }
      }
      packages.merge(
          identify(table),
          Package.language(
                  identify(table), table.text("name"), table.text("version"), List.of(), id())
              .withRelations(Relations.dependingOn(List.copyOf(dependsOn)))
              .withPlace(new Place(Layer.NONE, "", own, List.of())),
          CargoLock::both);
    }
    return List.copyOf(packages.values());
  }

  private static String identify(Value table) {
    String version = table.text("version");
    return table.text("name") + (version.isEmpty() ? "" : "@" + version);
  }

  /// The same package twice, as from two sources: one package with both places.
  private static Package both(Package first, Package second) {
    List<LineRange> lines = new ArrayList<>(first.place().locations());
    lines.addAll(second.place().locations());
    return first.withPlace(new Place(Layer.NONE, "", lines, List.of()));
  }

  /// The lines of each package's table: from its header to its last line that is not empty.
  private static List<LineRange> lines(String text) {
    List<LineRange> ranges = new ArrayList<>();
    int start = 0;
    int last = 0;
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String trimmed = line.strip();
      if (trimmed.startsWith("[")) {
        if (start > 0) {
          ranges.add(new LineRange(start, last));
        }
        start = trimmed.equals(HEADER) ? number : 0;
      }
      if (!trimmed.isEmpty()) {
        last = number;
      }
    }
    if (start > 0) {
      ranges.add(new LineRange(start, last));
    }
    return ranges;
  }
}
