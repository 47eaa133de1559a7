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
import dev.landwaiter.base.format.JsonSpans;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.lang.PackageFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The dependency file of a published .NET program (project reference, inventory, 19.5).
public final class DepsJson implements PackageFile {
  @Override
  public String id() {
    return "dotnet-core";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.path().endsWith(".deps.json");
  }

  @Override
  public LanguageType type() {
    return LanguageType.DOTNET_CORE;
  }

  @Override
  public List<Package> packages(TreeFile file) throws FormatException {
    var libraries = new Libraries(Json.parse(file.path(), file.bytes()));
    Map<String, Span> spans = JsonSpans.members(file.path(), file.bytes(), List.of("libraries"));
    String root = libraries.root();
    Set<String> direct = Set.copyOf(libraries.dependencies(root));
    List<Package> packages = new ArrayList<>();
    for (Map.Entry<String, String> library : libraries.kept().entrySet()) {
      String key = library.getKey();
      String id = library.getValue();
      int slash = id.indexOf('/');
      Span span = spans.get(key);
      List<LineRange> lines =
          span == null ? List.of() : List.of(new LineRange(span.start().line(), span.end().line()));
      packages.add(
          Package.language(id, id.substring(0, slash), id.substring(slash + 1), List.of(), id())
              .withPlace(new Place(Layer.NONE, "", lines, List.of()))
              .withRelations(
                  new Relations(
                      relationship(libraries, key, root, direct),
                      false,
                      libraries.dependencies(key))));
    }
    return packages;
  }

  private static Relationship relationship(
      Libraries libraries, String key, String root, Set<String> direct) {
    if (key.equals(root)) {
      return Relationship.ROOT;
    }
    if (libraries.project(key)) {
      return Relationship.WORKSPACE;
    }
    if (root.isEmpty()) {
      return Relationship.UNKNOWN;
    }
    return direct.contains(Libraries.id(key)) ? Relationship.DIRECT : Relationship.INDIRECT;
  }
}
