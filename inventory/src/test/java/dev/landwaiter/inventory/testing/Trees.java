package dev.landwaiter.inventory.testing;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.run.AnalysisPass;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// File trees for tests.
public final class Trees {
  private Trees() {}

  public static TreeFile file(String path, byte[] content) {
    return new TreeFile(new FileEntry(path, content.length, 0644), content);
  }

  public static TreeFile file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /// The files of one layer by path, from texts.
  public static List<TreeFile> of(Map<String, String> files) {
    return new TreeMap<>(files)
        .entrySet().stream().map(e -> file(e.getKey(), e.getValue())).toList();
  }

  /// What the analyzers find in the files of one layer.
  public static LayerInventory analyze(List<Analyzer> analyzers, List<TreeFile> files) {
    var pass = new AnalysisPass(analyzers);
    for (TreeFile file : files) {
      if (pass.wants(file.entry())) {
        pass.visit(file);
      }
    }
    return pass.finish(List.of());
  }

  /// The layers of an image archive (docker save, OCI layout), or the one of a root file system.
  public static List<List<TreeFile>> layers(Path archive) throws Exception {
    List<TreeFile> files = tar(Files.newInputStream(archive));
    Map<String, TreeFile> byPath = new TreeMap<>();
    files.forEach(file -> byPath.put(file.path(), file));
    if (byPath.containsKey("index.json")) {
      Value index = json(entry(byPath, "index.json"));
      Value manifest = json(blob(byPath, index.get("manifests").orElseThrow().elements().get(0)));
      List<List<TreeFile>> layers = new ArrayList<>();
      for (Value layer : manifest.get("layers").orElseThrow().elements()) {
        layers.add(tar(new ByteArrayInputStream(blob(byPath, layer).bytes())));
      }
      return layers;
    }
    if (byPath.containsKey("manifest.json")) {
      Value image = json(entry(byPath, "manifest.json")).elements().getFirst();
      List<List<TreeFile>> layers = new ArrayList<>();
      for (Value layer : image.get("Layers").orElseThrow().elements()) {
        layers.add(tar(new ByteArrayInputStream(entry(byPath, layer.asText()).bytes())));
      }
      return layers;
    }
    return List.of(files);
  }

  private static TreeFile blob(Map<String, TreeFile> byPath, Value descriptor) {
    return entry(byPath, "blobs/" + descriptor.text("digest").replace(':', '/'));
  }

  private static TreeFile entry(Map<String, TreeFile> byPath, String path) {
    return Optional.ofNullable(byPath.get(path)).orElseThrow();
  }

  private static Value json(TreeFile file) throws Exception {
    return Json.parse(file.path(), file.bytes());
  }

  private static List<TreeFile> tar(InputStream source) throws IOException {
    List<TreeFile> files = new ArrayList<>();
    try (var tar = new TarArchiveInputStream(unpacked(new BufferedInputStream(source)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
          String path = entry.getName().replaceFirst("^(\\./|/)+", "");
          files.add(
              new TreeFile(
                  new FileEntry(path, entry.getSize(), entry.getMode() & 0777),
                  tar.readAllBytes()));
        }
      }
    }
    return files;
  }

  private static InputStream unpacked(BufferedInputStream source) throws IOException {
    source.mark(2);
    int first = source.read();
    source.reset();
    return switch (first) {
      case 0x1f -> new GZIPInputStream(source);
      case 0xfd -> new XZInputStream(source);
      default -> source;
    };
  }
}
