package dev.landwaiter.inventory.os.redhat;

import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import java.util.List;

/// Red Hat's content manifests: the repositories that a layer's packages come from.
public final class ContentManifest implements Analyzer {
  @Override
  public String id() {
    return "redhat-content-manifest";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.name().endsWith(".json")
        && (file.folder().equals("root/buildinfo/content_manifests")
            || file.folder().equals("usr/share/buildinfo"));
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      try {
        List<String> sets =
            Json.parse(file.path(), file.bytes())
                .get("content_sets")
                .map(Value::elements)
                .orElse(List.of())
                .stream()
                .map(Value::asText)
                .filter(set -> !set.isEmpty())
                .toList();
        found.add(new BuildInfo(sets, "", ""));
      } catch (FormatException e) {
        found.add(e.problem());
      }
    }
  }
}
