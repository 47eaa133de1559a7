package dev.landwaiter.oci.layer;

import dev.landwaiter.base.tree.FileVisitor;
import dev.landwaiter.oci.ImageLayer;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.tar.StreamSource;
import dev.landwaiter.oci.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/// One pass over a layer: fetch, digest, decompress, digest, walk. Only the files that somebody
/// wants are kept, and nothing is trusted before both digests are right.
public final class LayerPass {
  private final ImageLayer layer;
  private final String where;
  private final Limits limits;
  private final Supplier<Inflate> inflate;
  private long size;
  private String digest = "";

  private LayerPass(ImageLayer layer, String where, Limits limits, Supplier<Inflate> inflate) {
    this.layer = layer;
    this.where = where;
    this.limits = limits;
    this.inflate = inflate;
  }

  /// Walks a layer with the fastest decompression there is; see [#run(ImageLayer, FileVisitor,
  /// Limits, Supplier)].
  public static LayerSummary run(ImageLayer layer, FileVisitor visitor, Limits limits)
      throws IOException {
    return run(layer, visitor, limits, Inflates.fastest());
  }

  /// Leads the visitor over the layer's regular files in the order they are stored; files behind
  /// wanted hard links come last and cost a second pass. Safe to run for several layers at once;
  /// what the visitor was shown counts only when this returns.
  ///
  /// @throws ImageException with INVALID, DIGEST_MISMATCH, LIMIT or UNSUPPORTED, naming the layer
  /// @throws IOException when the layer cannot be read, or what the visitor throws
  public static LayerSummary run(
      ImageLayer layer, FileVisitor visitor, Limits limits, Supplier<Inflate> inflate)
      throws IOException {
    String where =
        "layer " + (layer.digest().isEmpty() ? layer.diffId().toString() : layer.digest());
    var walk = new LayerWalk(visitor, limits, where);
    var pass = new LayerPass(layer, where, limits, inflate);
    pass.walk(walk::all);
    if (walk.wantsLinks()) {
      pass.walk(walk::linked);
    }
    return new LayerSummary(
        pass.size, pass.digest, walk.opaqueDirs(), walk.whiteouts(), walk.problems());
  }

  private interface Step {
    void walk(TarReader tar) throws IOException;
  }

  private void walk(Step step) throws IOException {
    try (InputStream raw = layer.open()) {
      var stored = new StoredBytes(layer, raw, where, limits);
      try (InputStream plain = stored.compression().open(stored, inflate, where)) {
        var bounded = new Bounded(plain, stored::count, where, limits, Limit.BYTES_PER_LAYER);
        var bytes = new LayerBytes(bounded, layer.diffId());
        var source = new StreamSource(bytes, where);
        step.walk(new TarReader(source, where, limits, Limit.ENTRIES_PER_LAYER));
        source.drain();
        digest = stored.verify();
        bytes.verify(where);
        size = bounded.count();
      }
    }
  }
}
