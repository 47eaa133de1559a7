package dev.landwaiter.oci.copy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Index;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.registry.Stored;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Copies an image for all its platforms, or any other artifact: what others name first, so that a
/// registry never sees a manifest whose parts are missing. Digests stay what they are.
public final class Copy {
  /// What is wanted.
  ///
  /// @param platform only the image for it, instead of an index with all
  /// @param referrers whether what is attached to any copied manifest is copied, too
  public record Wish(Optional<Platform> platform, boolean referrers, Limits limits) {}

  /// What was copied.
  ///
  /// @param root what the target was given
  /// @param manifests how many manifests and indexes, with the root
  /// @param attached how many of them are attached to another
  /// @param blobs how many different blobs they name
  /// @param bytes how many bytes were read from the source, without what the target had already
  public record Done(Descriptor root, int manifests, int attached, int blobs, long bytes) {}

  private final CopySource source;
  private final CopyTarget target;
  private final Wish wish;
  private final Progress progress;
  private final Set<Digest> manifests = new LinkedHashSet<>();
  private final Set<Digest> blobs = new HashSet<>();
  private int attachedCount;
  private long promised;
  private final AtomicLong read = new AtomicLong();

  private Copy(CopySource source, CopyTarget target, Wish wish, Progress progress) {
    this.source = source;
    this.target = target;
    this.wish = wish;
    this.progress = progress;
  }

  /// Copies everything.
  ///
  /// @throws dev.landwaiter.oci.ImageException with the codes of source and target, and LIMIT
  public static Done run(CopySource source, CopyTarget target, Wish wish, Progress progress)
      throws IOException {
    return new Copy(source, target, wish, progress).all();
  }

  private Done all() throws IOException {
    Stored root = chosen(source.root());
    parts(root, 0);
    target.root(root);
    if (wish.referrers()) {
      attached();
    }
    target.finish();
    return new Done(root.descriptor(), manifests.size(), attachedCount, blobs.size(), read.get());
  }

  /// The one manifest for a platform, where one is asked for.
  private Stored chosen(Stored first) throws IOException {
    Stored stored = first;
    for (long depth = 1; wish.platform().isPresent(); depth++) {
      if (!(document(stored) instanceof Index index)) {
        return stored;
      }
      String where = "index " + stored.descriptor().digest();
      wish.limits().check(Limit.INDEX_DEPTH, depth, where);
      stored = source.manifest(index.select(where, wish.platform()));
    }
    return stored;
  }

  private Document document(Stored stored) throws IOException {
    return stored.document(wish.limits());
  }

  /// Copies what a manifest or an index names.
  private void parts(Stored stored, long depth) throws IOException {
    String where = "copy of " + stored.descriptor().digest();
    manifests.add(stored.descriptor().digest());
    wish.limits().check(Limit.COPIED_MANIFESTS, manifests.size(), where);
    promise(stored.body().length);
    switch (document(stored)) {
      case Manifest manifest -> {
        blob(manifest.config());
        for (Descriptor layer : manifest.layers()) {
          blob(layer);
        }
      }
      case Index index -> {
        wish.limits().check(Limit.INDEX_DEPTH, depth + 1, where);
        for (Descriptor entry : index.manifests()) {
          entry(entry, depth + 1);
        }
      }
    }
  }

  private void entry(Descriptor entry, long depth) throws IOException {
    boolean manifest =
        MediaTypes.isImage(entry.mediaType()) || MediaTypes.isIndex(entry.mediaType());
    if (!manifest) {
      blob(entry);
    } else if (!manifests.contains(entry.digest())) {
      Stored inner = source.manifest(entry);
      parts(inner, depth);
      target.inner(inner);
    }
  }

  /// Copies one blob; what its owner serves from elsewhere stays there.
  private void blob(Descriptor blob) throws IOException {
    boolean elsewhere = MediaTypes.isForeignLayer(blob.mediaType()) && !blob.urls().isEmpty();
    if (elsewhere || !blobs.add(blob.digest())) {
      return;
    }
    promise(blob.size());
    progress.begins(blob);
    target.blob(
        blob,
        () ->
            new Watched(
                source.blob(blob),
                bytes -> {
                  read.addAndGet(bytes);
                  progress.read(bytes);
                }),
        source.repository());
  }

  private void promise(long bytes) throws IOException {
    promised += Math.min(bytes, wish.limits().of(Limit.BYTES_PER_COPY) + 1);
    wish.limits().check(Limit.BYTES_PER_COPY, promised, "copy");
  }

  /// Copies what is attached to any manifest copied so far, and what is attached to that in turn.
  private void attached() throws IOException {
    List<Digest> subjects = List.copyOf(manifests);
    for (long depth = 1; !subjects.isEmpty(); depth++) {
      wish.limits().check(Limit.INDEX_DEPTH, depth, "things attached to one another");
      List<Digest> found = new ArrayList<>();
      for (Digest subject : subjects) {
        for (Descriptor entry : source.referrers(subject)) {
          if (!manifests.contains(entry.digest())) {
            Stored stored = source.manifest(entry);
            parts(stored, 0);
            target.attached(stored);
            found.add(entry.digest());
          }
        }
      }
      attachedCount += found.size();
      subjects = found;
    }
  }
}
