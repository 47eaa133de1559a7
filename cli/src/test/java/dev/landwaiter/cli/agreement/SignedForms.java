package dev.landwaiter.cli.agreement;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Signatures and attestations without what chance and time put into them: everything else must be
/// as recorded, to the order of members.
///
/// @param recorded puts the recorded addresses into a text in place of ours
public record SignedForms(UnaryOperator<String> recorded) {
  private static final String ANY = "*";
  private static final String LAYOUT_TAG = "org.opencontainers.image.ref.name";

  /// Names of members whose texts and numbers are never the same twice.
  private static final Set<String> CHANCE =
      Set.of(
          "sig",
          "signature",
          "base64Signature",
          "SignedEntryTimestamp",
          "signedEntryTimestamp",
          "SignedRFC3161Timestamp",
          "signedTimestamp",
          "rootHash",
          "rawBytes",
          "size",
          "Timestamp",
          "org.opencontainers.image.created",
          "dev.cosignproject.cosign/signature",
          "dev.sigstore.cosign/certificate",
          "dev.sigstore.cosign/chain");

  /// Names of members that are left out when they are zero or empty.
  private static final Set<String> MAY_BE_ZERO =
      Set.of("integratedTime", "logIndex", "treeSize", "hashes");

  /// The same within the body of a log entry.
  private static final Set<String> CHANCE_IN_BODY =
      Set.of("content", "value", "digest", "verifier");

  private static final Set<String> TEXTS_WITHIN = Set.of("payload", "body", "canonicalizedBody");

  /// Bytes by their digest.
  @FunctionalInterface
  interface Blobs {
    byte[] of(String digest) throws IOException;
  }

  /// A repository, in a registry or as a layout.
  ///
  /// @param tags digests by tag
  /// @param manifests the digests of all manifests
  record Place(Map<String, String> tags, Set<String> manifests, Blobs blobs) {
    static Place layout(Path folder) throws IOException {
      Map<String, String> tags = new TreeMap<>();
      Set<String> manifests = new TreeSet<>();
      List<Value> entries = new ArrayList<>(listed(folder.resolve("index.json")));
      for (int i = 0; i < entries.size(); i++) {
        Value each = entries.get(i);
        if (!manifests.add(each.text("digest"))) {
          continue;
        }
        Path blob = folder.resolve("blobs/sha256/" + each.text("digest").substring(7));
        if (Files.exists(blob) && each.text("mediaType").contains("index")) {
          entries.addAll(listed(blob));
        }
        each.get("annotations")
            .map(all -> all.text(LAYOUT_TAG))
            .filter(tag -> !tag.isEmpty())
            .ifPresent(tag -> tags.put(tag, each.text("digest")));
      }
      return new Place(
          tags,
          manifests,
          digest -> {
            Path blob = folder.resolve("blobs/sha256/" + digest.substring(7));
            return Files.exists(blob) ? Files.readAllBytes(blob) : new byte[0];
          });
    }
  }

  private static List<Value> listed(Path index) throws IOException {
    return json(Files.readString(index)).get("manifests").map(Value::elements).orElse(List.of());
  }

  /// The repository of a registry.
  public List<String> of(CosignServers servers, String repository) throws IOException {
    return of(servers.place(repository));
  }

  /// The repository that a recording left.
  public List<String> of(Path layout) throws IOException {
    return of(Place.layout(layout));
  }

  /// Everything that carries signatures in a repository, each by its tag, sorted.
  private List<String> of(Place place) throws IOException {
    Map<String, String> names = new TreeMap<>();
    place.tags().forEach((tag, digest) -> names.put(digest, tag));
    List<String> all = new ArrayList<>();
    for (String digest : place.manifests()) {
      byte[] content = place.blobs().of(digest);
      if (content.length == 0) {
        continue;
      }
      Value manifest = json(new String(content, StandardCharsets.UTF_8));
      boolean carrier =
          names.getOrDefault(digest, "").contains("sha256-") || manifest.get("subject").isPresent();
      if (carrier && manifest.get("layers").isPresent()) {
        all.add(names.getOrDefault(digest, "") + " " + carrier(place, manifest));
      }
    }
    return all.stream().sorted().toList();
  }

  private String carrier(Place place, Value manifest) throws IOException {
    var text = new StringBuilder(text(form(manifest, "", false)));
    text.append("\n  config ").append(blob(place, manifest.get("config").orElseThrow()));
    for (Value layer : manifest.get("layers").orElseThrow().elements()) {
      text.append("\n  layer ").append(blob(place, layer));
    }
    return text.toString();
  }

  private String blob(Place place, Value descriptor) throws IOException {
    return file(new String(place.blobs().of(descriptor.text("digest")), StandardCharsets.UTF_8));
  }

  /// The form of a file: JSON, Base64, or anything.
  public String file(String content) throws IOException {
    try {
      return text(form(Json.parse("file", recorded.apply(content)), "", false));
    } catch (FormatException e) {
      return within(content.strip());
    }
  }

  private String within(String base64) {
    try {
      String text = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.ISO_8859_1);
      int label = text.indexOf("-----", 11);
      return text.startsWith("-----BEGIN ") ? text.substring(0, label) : ANY;
    } catch (IllegalArgumentException e) {
      return ANY;
    }
  }

  private Value form(Value value, String name, boolean body) throws IOException {
    if (CHANCE.contains(name) || (body && CHANCE_IN_BODY.contains(name))) {
      return masked(value, name, body);
    }
    return switch (value) {
      case ObjectValue object -> {
        Map<Value, Value> members = new LinkedHashMap<>();
        for (var member : object.members().entrySet()) {
          String key = member.getKey().asText();
          if (MAY_BE_ZERO.contains(key)) {
            continue;
          }
          members.put(member.getKey(), form(member.getValue(), key, body));
        }
        yield new ObjectValue(members);
      }
      case ArrayValue array -> {
        List<Value> elements = new ArrayList<>();
        for (Value each : array.elements()) {
          elements.add(form(each, name, body));
        }
        yield ArrayValue.of(elements.toArray(Value[]::new));
      }
      case StringValue text -> new StringValue(text(text.text(), name));
      default -> value;
    };
  }

  /// What kind of value stands there.
  private Value masked(Value value, String name, boolean body) throws IOException {
    return switch (value) {
      case StringValue text -> new StringValue(text.text().isEmpty() ? "" : ANY);
      case NumberValue number -> NumberValue.of(0);
      case ObjectValue object -> form(object, name + ".", body);
      default -> value;
    };
  }

  private String text(String text, String name) throws IOException {
    if (TEXTS_WITHIN.contains(name)) {
      String inner = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
      return text(form(json(recorded.apply(inner)), "", !name.equals("payload")));
    }
    if (name.equals("cert")) {
      return within(text);
    }
    if (name.equals("envelope")) {
      // A checkpoint: whose, and how many signatures it has.
      return text.lines().findFirst().orElse("") + " " + text.lines().count();
    }
    if (text.startsWith("{\"Signed")) {
      return text(form(json(text), "", false));
    }
    boolean digest = name.equals("digest") || name.equals("diff_ids");
    return digest || text.matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z") ? ANY : text;
  }

  private static String text(Value value) {
    return JsonWriter.toText(value, JsonStyle.COMPACT.withoutHtmlEscapes());
  }

  private static Value json(String text) throws IOException {
    try {
      return Json.parse("recorded", text);
    } catch (FormatException e) {
      throw new IOException(e);
    }
  }
}
