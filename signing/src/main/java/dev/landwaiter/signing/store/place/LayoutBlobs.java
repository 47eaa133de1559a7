package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.registry.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks into the blobs of a layout for manifests that its index does not list.
final class LayoutBlobs {
  private static final int MANIFEST = 1 << 20;
  private static final String SUBJECT = "\"subject\"";

  private LayoutBlobs() {}

  /// A manifest by its digest, listed or not.
  static Stored manifest(Path folder, Digest digest, Limits limits) throws IOException {
    Path file = folder.resolve("blobs").resolve(digest.algorithm()).resolve(digest.encoded());
    if (!Files.isRegularFile(file)) {
      throw new ImageException(
          ImageException.Code.NOT_FOUND, folder + ": the layout holds no " + digest);
    }
    limits.check(Limit.MANIFEST, Files.size(file), file.toString());
    byte[] body = read(file, limits.of(Limit.MANIFEST));
    Descriptor.verifyDigest(file.toString(), digest, body);
    Document document = Document.parse(file.toString(), body, "", limits);
    return new Stored(Descriptor.of(document.mediaType(), digest, body.length), body);
  }

  static boolean delete(Path folder, Digest digest) throws IOException {
    return Files.deleteIfExists(
        folder.resolve("blobs").resolve(digest.algorithm()).resolve(digest.encoded()));
  }

  private static byte[] read(Path file, long limit) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes((int) limit);
    }
  }

  /// The manifests that name a subject, by that, in the order of their digests. What is damaged is
  /// none.
  static Map<Digest, List<Descriptor>> bySubject(Path folder, Limits limits) throws IOException {
    Path blobs = folder.resolve("blobs").resolve("sha256");
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(blobs)) {
      try (Stream<Path> all = Files.list(blobs)) {
        for (Path each : (Iterable<Path>) all::iterator) {
          files.add(each);
          limits.check(Limit.ARCHIVE_ENTRIES, files.size(), blobs.toString());
        }
      }
    }
    files.sort(null);
    Map<Digest, List<Descriptor>> found = new HashMap<>();
    for (Path file : files) {
      Optional<Digest> digest = Digest.parse("sha256:" + file.getFileName());
      if (digest.isPresent() && Files.isRegularFile(file) && Files.size(file) <= MANIFEST) {
        byte[] body = read(file, MANIFEST);
        subject(body)
            .ifPresent(subject ->
                found
                    .computeIfAbsent(subject, _ -> new ArrayList<>())
                    .add(Descriptor.of(MediaTypes.OCI_MANIFEST, digest.get(), body.length)));
      }
    }
    return found;
  }

  private static Optional<Digest> subject(byte[] body) {
    boolean manifest =
        body.length > 0
            && body[0] == '{'
            && new String(body, StandardCharsets.ISO_8859_1).contains(SUBJECT);
    if (!manifest) {
      return Optional.empty();
    }
    try {
      Fields fields = Fields.parse("blob", body);
      boolean image = fields.member("layers").isPresent() && fields.member("config").isPresent();
      Optional<Fields> subject =
          image && fields.member("subject").orElse(ObjectValue.EMPTY) instanceof ObjectValue
              ? fields.object("subject")
              : Optional.empty();
      return subject.isPresent() ? Optional.of(subject.get().digest("digest")) : Optional.empty();
    } catch (ImageException e) {
      return Optional.empty();
    }
  }
}
