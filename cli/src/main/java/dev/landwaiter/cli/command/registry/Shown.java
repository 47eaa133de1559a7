package dev.landwaiter.cli.command.registry;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Index;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Stored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A manifest or an index as it is shown.
///
/// @param attached what belongs to it
record Shown(Reference reference, Stored stored, Document document, List<Descriptor> attached) {

  /// For programs: the document as it is, with what it does not say of itself.
  Value json() throws ImageException {
    Map<Value, Value> members = new LinkedHashMap<>();
    members.put(Value.of("name"), Value.of(reference.familiar()));
    members.put(Value.of("digest"), Value.of(stored.descriptor().digest().toString()));
    members.put(Value.of("mediaType"), Value.of(document.mediaType()));
    members.put(Value.of("size"), Value.of(stored.descriptor().size()));
    Value body = Fields.parse(reference.familiar(), stored.body()).object();
    members.put(Value.of("manifest"), body);
    members.put(
        Value.of("referrers"), new ArrayValue(attached.stream().map(Descriptor::toValue).toList()));
    return new ObjectValue(members);
  }

  /// For people.
  String text() {
    var text = new StringBuilder();
    line(text, "Name", reference.familiar());
    line(text, "Digest", stored.descriptor().digest().toString());
    line(text, "Media type", document.mediaType());
    if (!document.artifactType().isEmpty()) {
      line(text, "Artifact", document.artifactType());
    }
    document.subject().ifPresent(subject -> line(text, "Subject", subject.digest().toString()));
    switch (document) {
      case Manifest manifest -> append(manifest, text);
      case Index index -> append(index, text);
    }
    if (!document.annotations().isEmpty()) {
      text.append("Annotations:\n");
      new TreeMap<>(document.annotations())
          .forEach((key, value) -> indented(text, key + ": " + value));
    }
    if (!attached.isEmpty()) {
      text.append("Attached (").append(attached.size()).append("):\n");
      attached.forEach(each -> entry(text, each, each.artifactType()));
    }
    return text.toString();
  }

  private static void append(Manifest manifest, StringBuilder text) {
    Descriptor config = manifest.config();
    text.append("Configuration:\n");
    entry(text, config, config.mediaType());
    long size = manifest.layers().stream().mapToLong(Descriptor::size).sum();
    text.append("Layers (%d, %s):\n".formatted(manifest.layers().size(), Answers.size(size)));
    for (Descriptor layer : manifest.layers()) {
      String title = layer.annotations().getOrDefault("org.opencontainers.image.title", "");
      entry(text, layer, layer.mediaType() + (title.isEmpty() ? "" : "  " + title));
    }
  }

  private static void append(Index index, StringBuilder text) {
    text.append("Manifests (").append(index.manifests().size()).append("):\n");
    for (Descriptor each : index.manifests()) {
      String platform = each.platform().map(Platform::toString).orElse("");
      String what = each.isAttestation() ? "attestation" : platform;
      entry(text, each, what + (each.artifactType().isEmpty() ? "" : "  " + each.artifactType()));
    }
  }

  private static void entry(StringBuilder text, Descriptor each, String what) {
    indented(text, "%s  %9s  %s".formatted(each.digest(), Answers.size(each.size()), what).strip());
  }

  private static void indented(StringBuilder text, String line) {
    text.append("  ").append(line.replace('\n', ' ')).append('\n');
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").repeat(" ", Math.max(0, 10 - name.length()));
    text.append(value.replace('\n', ' ')).append('\n');
  }
}
