package dev.landwaiter.cli.command.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Policies and data in a registry, as Conftest keeps them there: an artifact with a layer for each
/// file, whose title is the file's path (OCI image specification 1.1, "Guidelines for Artifact
/// Usage").
record PolicyArtifact(Registry registry, Reference reference) {
  private static final String CONFIG = "application/vnd.cncf.openpolicyagent.config.v1+json";
  private static final String POLICY = "application/vnd.cncf.openpolicyagent.policy.layer.v1+rego";
  private static final String DATA = "application/vnd.cncf.openpolicyagent.data.layer.v1+json";
  private static final String TITLE = "org.opencontainers.image.title";
  private static final byte[] EMPTY = "{}".getBytes(UTF_8);

  /// Bytes of all files together.
  private static final int SIZE_LIMIT = 64 << 20;

  /// Publishes files.
  ///
  /// @param files by their paths
  /// @return digest of the manifest
  Digest push(SortedMap<String, byte[]> files) throws IOException {
    try (Repository repository = registry.repository(reference, Purpose.PUSH)) {
      Descriptor config = Descriptor.of(CONFIG, Digest.sha256(EMPTY), EMPTY.length);
      repository.push(config, () -> new ByteArrayInputStream(EMPTY));
      List<Value> layers = new ArrayList<>();
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        byte[] text = file.getValue();
        String type = file.getKey().endsWith(".rego") ? POLICY : DATA;
        Descriptor layer = Descriptor.of(type, Digest.sha256(text), text.length);
        repository.push(layer, () -> new ByteArrayInputStream(text));
        layers.add(titled(layer, file.getKey()));
      }
      var manifest = new ObjectValue.Draft();
      manifest.put(Value.of("schemaVersion"), Value.of(2));
      manifest.put(Value.of("mediaType"), Value.of(MediaTypes.OCI_MANIFEST));
      manifest.put(Value.of("config"), config.toValue());
      manifest.put(Value.of("layers"), new ArrayValue(layers));
      byte[] body = JsonWriter.toText(manifest.finish(), JsonStyle.COMPACT).getBytes(UTF_8);
      return repository
          .pushManifest(reference.identifier(), body, MediaTypes.OCI_MANIFEST)
          .digest();
    }
  }

  private static Value titled(Descriptor layer, String title) {
    var draft = new ObjectValue.Draft();
    layer.toValue().members().forEach(draft::put);
    draft.put(Value.of("annotations"), new ObjectValue(Map.of(Value.of(TITLE), Value.of(title))));
    return draft.finish();
  }

  /// Fetches all files.
  ///
  /// @return by their paths, which may be anything
  SortedMap<String, byte[]> pull() throws IOException {
    try (Repository repository = registry.repository(reference, Purpose.PULL)) {
      // A tag is resolved once; what was found is pulled by its digest.
      Document document = repository.resolve(reference.identifier()).document(Limits.STANDARD);
      if (!(document instanceof Manifest manifest)
          || MediaTypes.isImageConfig(manifest.effectiveArtifactType())) {
        throw new IOException(reference + " is no artifact of policies");
      }
      var files = new TreeMap<String, byte[]>();
      long left = SIZE_LIMIT;
      for (Descriptor layer : manifest.layers()) {
        String title = Optional.ofNullable(layer.annotations().get(TITLE)).orElse("");
        if (title.isEmpty()) {
          throw new IOException(reference + ": a layer has no title, so that no file is meant");
        }
        left -= layer.size();
        if (left < 0) {
          throw new IOException(
              reference + ": more than the " + (SIZE_LIMIT >> 20) + " MiB that are pulled");
        }
        try (InputStream in = repository.blob(layer)) {
          files.put(title, in.readAllBytes());
        }
      }
      return files;
    }
  }
}
