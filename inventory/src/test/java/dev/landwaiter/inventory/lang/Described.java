package dev.landwaiter.inventory.lang;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.Observations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Packages as one line each, from our analyzers or from a recorded report, to be compared.
final class Described {
  private Described() {}

  /// Reads the files one by one, each with every analyzer that wants it.
  static LayerInventory inventory(List<? extends Analyzer> analyzers, List<TreeFile> files) {
    var found = new Observations();
    for (TreeFile file : files) {
      for (Analyzer analyzer : analyzers) {
        if (analyzer.wants(file.entry())) {
          var single = new TreeMap<String, TreeFile>();
          single.put(file.path(), file);
          analyzer.analyze(new FileTree(single), found);
        }
      }
    }
    return found.toInventory();
  }

  static List<String> ours(LayerInventory inventory) {
    List<String> lines = new ArrayList<>();
    for (Application application : inventory.applications()) {
      for (Package one : application.packages()) {
        String path =
            application.type().aggregate().isEmpty() ? application.filePath() : one.filePath();
        lines.add(
            String.join(
                " | ",
                application.type().id(),
                path,
                one.id(),
                one.name(),
                one.version(),
                one.licenses().toString(),
                one.relations().relationship().word(),
                one.relations().dependsOn().toString(),
                one.place().locations().stream()
                    .map(l -> l.start() + "-" + l.end())
                    .toList()
                    .toString(),
                one.provenance().analyzedBy()));
      }
    }
    return lines.stream().sorted().toList();
  }

  static List<String> recorded(byte[] report, LanguageType... types) throws FormatException {
    List<String> lines = new ArrayList<>();
    Value json = Json.parse("report", report);
    for (Value result : list(json, "Results")) {
      Optional<LanguageType> type = LanguageType.withId(result.text("Type"));
      if (type.isPresent() && Arrays.asList(types).contains(type.get())) {
        for (Value one : list(result, "Packages")) {
          lines.add(line(type.get(), result.text("Target"), one));
        }
      }
    }
    return lines.stream().sorted().toList();
  }

  private static String line(LanguageType type, String target, Value one) {
    String relationship = one.text("Relationship");
    return String.join(
        " | ",
        type.id(),
        type.aggregate().isEmpty() ? target : one.text("FilePath"),
        one.text("ID"),
        one.text("Name"),
        one.text("Version"),
        texts(one, "Licenses"),
        relationship.isEmpty() ? "unknown" : relationship,
        texts(one, "DependsOn"),
        list(one, "Locations").stream()
            .map(l -> number(l, "StartLine") + "-" + number(l, "EndLine"))
            .toList()
            .toString(),
        one.text("AnalyzedBy"));
  }

  private static String number(Value value, String key) {
    return value.get(key).orElseThrow().toString();
  }

  private static String texts(Value value, String key) {
    return list(value, key).stream().map(Value::asText).toList().toString();
  }

  private static List<Value> list(Value value, String key) {
    return value.get(key).orElse(new ArrayValue(List.of())).elements();
  }
}
