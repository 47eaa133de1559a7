package dev.landwaiter.oci.archive;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.MediaTypes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes an OCI image layout (OCI image specification 1.1, "Image Layout").
public sealed interface LayoutWriter extends AutoCloseable permits LayoutFolder, LayoutTar {
  /// The content of `oci-layout`.
  String HEADER = "{\"imageLayoutVersion\":\"1.0.0\"}";

  /// Whether the blob is there already.
  boolean has(Descriptor descriptor) throws IOException;

  /// Writes a blob, which may be a manifest.
  ///
  /// @param verified ends with an error when the bytes are not those of the descriptor
  void blob(Descriptor descriptor, InputStream verified) throws IOException;

  /// The entry that the index has under a name.
  Optional<Descriptor> listed(String name);

  /// A manifest that is there already, verified.
  byte[] manifest(Descriptor descriptor) throws IOException;

  /// Names a manifest in the index; it takes the place of an entry with the same name or, without a
  /// name, of the same digest.
  void list(Descriptor entry);

  /// Writes the index: from now on the layout is whole.
  void finish() throws IOException;

  /// Throws away what was not finished.
  @Override
  void close() throws IOException;

  /// The same descriptor with a name.
  static Descriptor named(Descriptor descriptor, String name) {
    Map<String, String> annotations = new LinkedHashMap<>(descriptor.annotations());
    annotations.put(Layout.NAME, name);
    return new Descriptor(
        descriptor.mediaType(),
        descriptor.digest(),
        descriptor.size(),
        descriptor.urls(),
        annotations,
        "",
        descriptor.platform(),
        descriptor.artifactType());
  }

  /// The name of an entry, or empty.
  static String name(Descriptor entry) {
    return entry.annotations().getOrDefault(Layout.NAME, "");
  }

  static Optional<Descriptor> listed(List<Descriptor> entries, String name) {
    return entries.stream().filter(entry -> name(entry).equals(name)).findFirst();
  }

  static void add(List<Descriptor> entries, Descriptor entry) {
    String name = name(entry);
    entries.removeIf(known -> {
      return name.equals(name(known)) && (!name.isEmpty() || known.digest().equals(entry.digest()));
    });
    entries.add(entry);
  }

  static String index(List<Descriptor> entries) {
    Map<Value, Value> members = new LinkedHashMap<>();
    members.put(Value.of("schemaVersion"), Value.of(2));
    members.put(Value.of("mediaType"), Value.of(MediaTypes.OCI_INDEX));
    members.put(
        Value.of("manifests"), new ArrayValue(entries.stream().map(Descriptor::toValue).toList()));
    return JsonWriter.toText(new ObjectValue(members), JsonStyle.COMPACT);
  }

  static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
