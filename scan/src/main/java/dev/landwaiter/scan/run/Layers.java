package dev.landwaiter.scan.run;

import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.text.InvalidGlobException;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.LayerRecord;
import dev.landwaiter.inventory.run.AnalysisPass;
import dev.landwaiter.inventory.run.SideWork;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageLayer;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.layer.LayerPass;
import dev.landwaiter.oci.layer.LayerSummary;
import dev.landwaiter.scan.FileSelection;
import dev.landwaiter.scan.Progress;
import dev.landwaiter.scan.ScanException;
import dev.landwaiter.scan.cache.LayerCache;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Examines the layers of an image, several at once, each in one pass; known ones come from the
/// cache.
final class Layers {
  private final List<Analyzer> analyzers;
  private final FileSelection selection;
  private final Optional<LayerCache> cache;
  private final Limits limits;
  private final Progress progress;

  Layers(
      List<Analyzer> analyzers,
      FileSelection selection,
      Optional<LayerCache> cache,
      Limits limits,
      Progress progress) {
    this.analyzers = analyzers;
    this.selection = selection;
    this.cache = cache;
    this.limits = limits;
    this.progress = progress;
  }

  /// The records of all layers, base first.
  ///
  /// @param parallel layers at once
  List<LayerRecord> examine(Image image, int parallel) throws IOException {
    List<ImageLayer> layers = image.layers();
    // The largest first: what is started last then holds up the end the least.
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      order.add(i);
    }
    order.sort((i, j) -> Long.compare(layers.get(j).storedSize(), layers.get(i).storedSize()));
    SideWork side = parallel > 1 ? new SideWork() : SideWork.none();
    List<Workers.Task<LayerRecord>> tasks = new ArrayList<>();
    for (int index : order) {
      tasks.add(() -> examine(layers.get(index), index, layers.size(), side));
    }
    List<LayerRecord> done = Workers.all(tasks, parallel, side);
    List<LayerRecord> records = new ArrayList<>(done);
    for (int i = 0; i < order.size(); i++) {
      records.set(order.get(i), done.get(i));
    }
    return records;
  }

  private LayerRecord examine(ImageLayer layer, int index, int count, SideWork side)
      throws IOException {
    progress.layerStarted(index, count, layer.diffId().toString(), layer.storedSize());
    String key = key(layer);
    Optional<LayerRecord> known = cache.flatMap(entries -> entries.get(key));
    LayerRecord record =
        known.isPresent() ? identified(known.get(), layer) : read(layer, index, side);
    if (known.isEmpty()) {
      cache.ifPresent(entries -> entries.put(key, record));
    }
    progress.layerDone(index, known.isPresent());
    return record;
  }

  private LayerRecord read(ImageLayer layer, int index, SideWork side) throws IOException {
    var pass = new AnalysisPass(analyzers, side);
    try {
      LayerSummary summary =
          LayerPass.run(
              new ObservedLayer(layer, bytes -> progress.layerRead(index, bytes)),
              new SelectedFiles(pass, selection),
              limits);
      return new LayerRecord(
          new Layer(summary.size(), layer.digest(), layer.diffId().toString(), ""),
          summary.opaqueDirs(),
          summary.whiteouts(),
          pass.finish(summary.problems()));
    } catch (InvalidGlobException e) {
      throw new ScanException(String.valueOf(e.getMessage()), e);
    }
  }

  /// The same layer may be stored compressed in one place and plain in another.
  private static LayerRecord identified(LayerRecord record, ImageLayer layer) {
    return new LayerRecord(
        new Layer(record.layer().size(), layer.digest(), layer.diffId().toString(), ""),
        record.opaqueDirs(),
        record.whiteouts(),
        record.inventory());
  }

  private String key(ImageLayer layer) {
    List<String> parts = new ArrayList<>();
    parts.add(layer.diffId().toString());
    analyzers.forEach(analyzer ->
        parts.add(analyzer.id() + " " + analyzer.version() + " " + analyzer.settings()));
    parts.add("files");
    parts.addAll(selection.skipFiles());
    parts.add("folders");
    parts.addAll(selection.skipDirs());
    return LayerCache.key(parts);
  }
}
