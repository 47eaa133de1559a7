package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.archive.LayoutFolder;
import dev.landwaiter.oci.archive.LayoutReader;
import dev.landwaiter.oci.archive.LayoutWriter;
import dev.landwaiter.oci.registry.Stored;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.store.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An OCI layout in a folder. Its index tells by the annotation `kind` what is an image and what
/// are signatures; bundles are found by looking into the blobs.
final class LayoutShelf implements Shelf {
  private final Path folder;
  private final Limits limits;
  private @Nullable LayoutReader reader;
  private @Nullable Map<Digest, List<Descriptor>> referring;

  private LayoutShelf(Path folder, Limits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  static LayoutShelf open(Path folder, Limits limits) throws IOException {
    var shelf = new LayoutShelf(folder, limits);
    shelf.reader();
    return shelf;
  }

  private synchronized LayoutReader reader() throws IOException {
    if (reader == null) {
      reader = LayoutReader.open(folder, limits);
    }
    return reader;
  }

  /// What was read may be old.
  private synchronized void changed() throws IOException {
    if (reader != null) {
      reader.close();
    }
    reader = null;
    referring = null;
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public String at(String tag) {
    return folder + ":" + tag;
  }

  @Override
  public String at(Digest digest) {
    return folder + "@" + digest;
  }

  @Override
  public Stored image(String name) throws IOException {
    Optional<Digest> digest = Digest.parse(name);
    if (digest.isPresent() && !listed(digest.get())) {
      return LayoutBlobs.manifest(folder, digest.get(), limits);
    }
    return manifest(name.isEmpty() ? only() : reader().find(name));
  }

  private boolean listed(Digest digest) throws IOException {
    return reader().index().manifests().stream().anyMatch(each -> each.digest().equals(digest));
  }

  /// The only image among the entries.
  private Descriptor only() throws IOException {
    List<Descriptor> marked = new ArrayList<>();
    List<Descriptor> plain = new ArrayList<>();
    for (Descriptor entry : reader().index().manifests()) {
      String kind = entry.annotations().getOrDefault(Kind.ANNOTATION, "");
      if (kind.equals(Kind.IMAGE) || kind.equals(Kind.IMAGE_INDEX)) {
        marked.add(entry);
      } else if (kind.isEmpty() && !belongsToAnother(entry)) {
        plain.add(entry);
      }
    }
    List<Descriptor> found = marked.isEmpty() ? plain : marked;
    if (found.size() != 1) {
      throw new ImageException(
          ImageException.Code.NOT_FOUND,
          "%s: the layout holds %s, say which"
              .formatted(folder, found.isEmpty() ? "no image" : "several images"));
    }
    return found.getFirst();
  }

  private boolean belongsToAnother(Descriptor entry) throws IOException {
    String name = LayoutWriter.name(entry);
    boolean tag = Set.of(".sig", ".att", ".sbom").stream().anyMatch(name::endsWith);
    Document document = manifest(entry).document(limits);
    return tag || document.subject().isPresent() || name.matches("sha256-[0-9a-f]{64}");
  }

  @Override
  public List<Stored> tagged(Kind kind, String tag) throws IOException {
    List<Stored> named = new ArrayList<>();
    List<Stored> marked = new ArrayList<>();
    for (Descriptor entry : reader().index().manifests()) {
      String name = LayoutWriter.name(entry);
      boolean ofKind = kind.layoutKind().equals(entry.annotations().get(Kind.ANNOTATION));
      if (name.equals(tag)) {
        named.add(manifest(entry));
      } else if (name.isEmpty() && ofKind && ofImage(tag)) {
        marked.add(manifest(entry));
      }
    }
    return named.isEmpty() ? marked : named;
  }

  /// Signatures without a name belong to the images that the index lists.
  private boolean ofImage(String tag) throws IOException {
    for (Descriptor entry : reader().index().manifests()) {
      String marked = entry.annotations().getOrDefault(Kind.ANNOTATION, "");
      boolean image = marked.equals(Kind.IMAGE) || marked.equals(Kind.IMAGE_INDEX);
      if (image && tag.contains(entry.digest().encoded())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public synchronized List<Descriptor> referrers(Digest subject) throws IOException {
    if (referring == null) {
      referring = LayoutBlobs.bySubject(folder, limits);
    }
    return referring.getOrDefault(subject, List.of());
  }

  @Override
  public Stored manifest(Descriptor descriptor) throws IOException {
    return new Stored(
        Descriptor.of(descriptor.mediaType(), descriptor.digest(), descriptor.size()),
        reader().manifest(descriptor));
  }

  @Override
  public InputStream blob(Descriptor descriptor) throws IOException {
    return reader().blob(descriptor);
  }

  @Override
  public void putBlob(Descriptor descriptor, Bytes content) throws IOException {
    LayoutFolder writer = LayoutFolder.open(folder, limits);
    if (!writer.has(descriptor)) {
      writer.blob(descriptor, new ByteArrayInputStream(content.toArray()));
    }
  }

  @Override
  public void putTagged(Kind kind, String tag, Stored manifest) throws IOException {
    putBlob(manifest.descriptor(), Bytes.of(manifest.body()));
    Map<String, String> annotations = new LinkedHashMap<>();
    annotations.put(Kind.ANNOTATION, kind.layoutKind());
    Descriptor entry = LayoutWriter.named(annotated(manifest.descriptor(), annotations), tag);
    LayoutFolder writer = LayoutFolder.open(folder, limits);
    writer.unlist(each ->
        LayoutWriter.name(each).isEmpty()
            && kind.layoutKind().equals(each.annotations().get(Kind.ANNOTATION)));
    writer.list(entry);
    writer.finish();
    changed();
  }

  static Descriptor annotated(Descriptor descriptor, Map<String, String> annotations) {
    return new Descriptor(
        descriptor.mediaType(),
        descriptor.digest(),
        descriptor.size(),
        List.of(),
        annotations,
        "",
        Optional.empty(),
        "");
  }

  /// Manifests that refer to others are blobs only; the index does not list them.
  @Override
  public void putReferrer(Stored manifest) throws IOException {
    if (!MediaTypes.isImage(manifest.descriptor().mediaType())) {
      throw new ImageException(
          ImageException.Code.UNSUPPORTED, "only a manifest may refer to an image in a layout");
    }
    putBlob(manifest.descriptor(), Bytes.of(manifest.body()));
    changed();
  }

  /// Blobs stay, but for the manifest that would be found by its subject.
  @Override
  public boolean delete(Kind kind, String tag, Digest manifest) throws IOException {
    boolean there;
    if (tag.isEmpty()) {
      there = LayoutBlobs.delete(folder, manifest);
    } else {
      LayoutFolder writer = LayoutFolder.open(folder, limits);
      there = listed(manifest);
      writer.unlist(each -> each.digest().equals(manifest));
      writer.finish();
    }
    changed();
    return there;
  }

  @Override
  public void pause(int attempt) {
    // The lock keeps others away.
  }

  @Override
  public <T> T exclusively(Troubles.Asking<T> work) throws IOException {
    try (var lock = LayoutLock.of(folder)) {
      lock.hold();
      changed();
      return work.ask();
    }
  }

  @Override
  public void close() throws IOException {
    changed();
  }
}
