package dev.landwaiter.oci.copy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.ImageException;
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
  /// @param attached what is copied, too, of that which belongs to any copied manifest
  /// @param overwrite what happens to tags that are there
  public record Wish(
      Optional<Platform> platform, Attached attached, Overwrite overwrite, Limits limits) {
    /// The same, where tags of images are overwritten and those of signatures may only grow.
    public Wish(Optional<Platform> platform, boolean referrers, Limits limits) {
      this(platform, referrers ? Attached.ALL : Attached.NOTHING, Overwrite.GROWING, limits);
    }
  }

  /// What is copied of that which belongs to a manifest.
  ///
  /// @param referrers whether the manifests that name it as their subject are
  /// @param suffixes of the tags `ALGORITHM-HEX.SUFFIX` that are
  public record Attached(boolean referrers, List<String> suffixes) {
    public static final Attached NOTHING = new Attached(false, List.of());

    /// Referrers, and the signatures, attestations and inventories of cosign 1 and 2.
    public static final Attached ALL = new Attached(true, List.of(".sig", ".att", ".sbom"));

    public Attached {
      suffixes = List.copyOf(suffixes);
    }
  }

  /// What happens to tags that are there.
  public enum Overwrite {
    /// The copy ends with an error.
    NOTHING,
    /// The tag of the root is overwritten, one of signatures only when none of them is lost.
    GROWING,
    EVERYTHING
  }

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
    if (wish.overwrite() == Overwrite.NOTHING && !target.name().isEmpty()) {
      requireFree(target.name());
    }
    parts(root, 0);
    if (!wish.attached().equals(Attached.NOTHING)) {
      // Whoever finds the image finds its signatures.
      target.inner(root);
      tagged();
    }
    if (wish.attached().referrers()) {
      attached();
    }
    target.root(root);
    target.finish();
    return new Done(root.descriptor(), manifests.size(), attachedCount, blobs.size(), read.get());
  }

  private void requireFree(String tag) throws IOException {
    if (target.tagged(tag).isPresent()) {
      throw new ImageException(
          ImageException.Code.INVALID,
          "the tag %s is there already and would have to be overwritten".formatted(tag));
    }
  }

  /// Copies what belongs to a manifest by its tag.
  private void tagged() throws IOException {
    for (Digest subject : List.copyOf(manifests)) {
      for (String suffix : wish.attached().suffixes()) {
        String tag = subject.algorithm() + "-" + subject.encoded() + suffix;
        Optional<Stored> stored = source.tagged(tag);
        if (stored.isPresent()) {
          tagged(tag, stored.get());
          attachedCount++;
        }
      }
    }
  }

  private void tagged(String tag, Stored stored) throws IOException {
    switch (wish.overwrite()) {
      case NOTHING -> requireFree(tag);
      case GROWING -> requireGrowth(tag, stored);
      case EVERYTHING -> {}
    }
    parts(stored, 0);
    target.tagged(tag, stored);
  }

  private void requireGrowth(String tag, Stored stored) throws IOException {
    Optional<Stored> there = target.tagged(tag);
    if (there.isEmpty() || there.get().descriptor().digest().equals(stored.descriptor().digest())) {
      return;
    }
    boolean grows =
        document(there.get()) instanceof Manifest old
            && document(stored) instanceof Manifest now
            && now.layers().containsAll(old.layers());
    if (!grows) {
      throw new ImageException(
          ImageException.Code.INVALID,
          "under the tag %s there are signatures that would be lost".formatted(tag));
    }
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
