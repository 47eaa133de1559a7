package dev.landwaiter.scan.update;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.Repository;
import dev.landwaiter.oci.tar.TarWriter;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.TrivyDatabase;
import dev.landwaiter.vulnerability.store.TrivyMetadata;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// Publishes a database as an OCI artifact (OCI image specification 1.1, "Guidelines for Artifact
/// Usage"), so that others can pull it with `db update`. The same database gives the same digest.
public final class DatabasePush {
  private static final byte[] EMPTY_CONFIG = "{}".getBytes(StandardCharsets.UTF_8);
  private static final String TITLE = "org.opencontainers.image.title";
  private static final String CREATED = "org.opencontainers.image.created";

  private final Registry registry;
  private final Surroundings surroundings;

  public DatabasePush(Registry registry, Surroundings surroundings) {
    this.registry = registry;
    this.surroundings = surroundings;
  }

  /// How a database looks as an artifact.
  private record Shape(
      String artifactType,
      String configType,
      String layerType,
      String title,
      Optional<Instant> created) {}

  /// Publishes a database under a tag.
  ///
  /// @param database an index of ours, or a `trivy.db` beside its metadata
  /// @return digest of the manifest
  public Digest push(Path database, Reference target) throws IOException {
    boolean own = database.toString().endsWith(IndexDatabase.SUFFIX);
    Path folder = database.toAbsolutePath().resolveSibling("");
    var stage = surroundings.cache().resolve("push");
    try (var _ = FolderLock.take(stage, surroundings.waiting(), surroundings.said())) {
      Path packed = stage.resolve("layer.gz");
      try {
        Shape shape = own ? ownShape(database) : trivyShape(folder);
        Descriptor layer =
            own
                ? pack(packed, shape, out -> Files.copy(database, out))
                : packTrivy(packed, shape, folder);
        return push(target, shape, layer, packed);
      } finally {
        Files.deleteIfExists(packed);
      }
    }
  }

  private static Shape ownShape(Path index) {
    return new Shape(
        OwnIndex.ARTIFACT_TYPE,
        MediaTypes.OCI_EMPTY,
        OwnIndex.LAYER_TYPE,
        OwnIndex.TITLE,
        Optional.of(IndexDatabase.info(index).created()));
  }

  private static Shape trivyShape(Path folder) {
    var kind = DatabaseKind.ADVISORIES;
    return new Shape(
        DatabaseKind.CONFIG_TYPE,
        DatabaseKind.CONFIG_TYPE,
        kind.layerType(),
        "db.tar.gz",
        TrivyMetadata.read(folder).updatedAt());
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static Descriptor packTrivy(Path packed, Shape shape, Path folder) throws IOException {
    return pack(
        packed,
        shape,
        out -> {
          var open =
              new FilterOutputStream(out) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                  out.write(bytes, offset, length);
                }

                @Override
                public void close() {
                  // whoever opened the stream below closes it
                }
              };
          try (var tar = new TarWriter(open)) {
            for (String name : List.of(TrivyDatabase.FILE, TrivyMetadata.FILE)) {
              Path file = folder.resolve(name);
              try (InputStream content = Files.newInputStream(file)) {
                tar.file(name, Files.size(file), content);
              }
            }
          }
        });
  }

  /// Compresses a layer into a file.
  private static Descriptor pack(Path packed, Shape shape, Content content) throws IOException {
    var hash = Digest.newSha256();
    try (OutputStream file = Files.newOutputStream(packed);
        var hashed = new DigestOutputStream(file, hash);
        var zipped = new GZIPOutputStream(hashed, 64 << 10)) {
      content.writeTo(zipped);
    }
    return Descriptor.of(shape.layerType(), Digest.ofSha256(hash.digest()), Files.size(packed));
  }

  private Digest push(Reference target, Shape shape, Descriptor layer, Path packed)
      throws IOException {
    Descriptor config =
        Descriptor.of(shape.configType(), Digest.sha256(EMPTY_CONFIG), EMPTY_CONFIG.length);
    try (Repository repository = registry.repository(target, Purpose.PUSH)) {
      repository.push(config, () -> new ByteArrayInputStream(EMPTY_CONFIG));
      repository.push(
          layer,
          () ->
              new MeteredStream(Files.newInputStream(packed), surroundings.meter(), layer.size()));
      byte[] manifest = manifest(shape, config, layer);
      return repository
          .pushManifest(target.identifier(), manifest, MediaTypes.OCI_MANIFEST)
          .digest();
    }
  }

  private static byte[] manifest(Shape shape, Descriptor config, Descriptor layer) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("schemaVersion", NumberValue.of(2));
    members.put("mediaType", new StringValue(MediaTypes.OCI_MANIFEST));
    members.put("artifactType", new StringValue(shape.artifactType()));
    members.put("config", object(described(config)));
    Map<String, Value> described = described(layer);
    described.put("annotations", object(Map.of(TITLE, new StringValue(shape.title()))));
    members.put("layers", new ArrayValue(List.of(object(described))));
    shape
        .created()
        .ifPresent(when ->
            members.put("annotations", object(Map.of(CREATED, new StringValue(when.toString())))));
    return JsonWriter.toText(object(members), JsonStyle.COMPACT).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Value> described(Descriptor descriptor) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("mediaType", new StringValue(descriptor.mediaType()));
    members.put("digest", new StringValue(descriptor.digest().toString()));
    members.put("size", NumberValue.of(descriptor.size()));
    return members;
  }

  private static ObjectValue object(Map<String, Value> members) {
    Map<Value, Value> keyed = new LinkedHashMap<>();
    members.forEach((key, value) -> keyed.put(new StringValue(key), value));
    return new ObjectValue(keyed);
  }
}
