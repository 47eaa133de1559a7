package dev.landwaiter.inventory.lang.dotnet;

import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.LineRange;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.finding.Relations;
import dev.landwaiter.base.finding.Relationship;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Positions;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.inventory.lang.PackageFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// NuGet's lockfile (project reference, inventory, 19.5). A package that one framework needs
/// directly and another does not counts as direct. Licences are not looked up in the package folder
/// yet.
public final class PackagesLock implements PackageFile {
  @Override
  public String id() {
    return "nuget";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.name().equals("packages.lock.json");
  }

  @Override
  public LanguageType type() {
    return LanguageType.NUGET;
  }

  @Override
  public List<Package> packages(TreeFile file) throws FormatException {
    Located json = Json.parseLocated(file.path(), file.bytes());
    Map<String, Package> packages = new TreeMap<>();
    members(json.root(), "dependencies")
        .forEach((key, framework) ->
            framework
                .members()
                .forEach((name, entry) -> {
                  var place = json.positions().at("dependencies", key.asText(), name.asText());
                  if (!entry.text("type").equals("Project") && !entry.text("resolved").isEmpty()) {
                    Package one = read(name.asText(), entry, framework, place);
                    packages.merge(one.id(), one, PackagesLock::both);
                  }
                }));
    return List.copyOf(packages.values());
  }

  private static Map<Value, Value> members(Value value, String key) {
    return value.get(key).map(Value::members).orElse(Map.of());
  }

  private Package read(String name, Value entry, Value framework, Optional<Positions> place) {
    String version = entry.text("resolved");
    var needed = new TreeSet<String>();
    for (Value other : members(entry, "dependencies").keySet()) {
      String resolved = framework.get(other.asText()).map(o -> o.text("resolved")).orElse("");
      if (!resolved.isEmpty()) {
        needed.add(other.asText() + "@" + resolved);
      }
    }
    List<LineRange> lines =
        place.stream()
            .map(here -> new LineRange(here.start().line(), here.span().lastLine()))
            .toList();
    boolean direct = entry.text("type").equals("Direct");
    return Package.language(name + "@" + version, name, version, List.of(), id())
        .withPlace(new Place(Layer.NONE, "", lines, List.of()))
        .withRelations(
            new Relations(
                direct ? Relationship.DIRECT : Relationship.INDIRECT, false, List.copyOf(needed)));
  }

  /// The same package for two frameworks: direct wins, needs and places are joined.
  private static Package both(Package first, Package second) {
    List<LineRange> lines = new ArrayList<>(first.place().locations());
    lines.addAll(second.place().locations());
    var needed = new TreeSet<>(first.relations().dependsOn());
    needed.addAll(second.relations().dependsOn());
    boolean direct =
        first.relations().relationship() == Relationship.DIRECT
            || second.relations().relationship() == Relationship.DIRECT;
    return first
        .withPlace(new Place(Layer.NONE, "", lines, List.of()))
        .withRelations(
            new Relations(
                direct ? Relationship.DIRECT : Relationship.INDIRECT, false, List.copyOf(needed)));
  }
}
