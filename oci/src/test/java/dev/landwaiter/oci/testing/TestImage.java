package dev.landwaiter.oci.testing;

import dev.landwaiter.base.digest.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An image made up of layers, as the files of an archive or a layout.
public final class TestImage {
  private static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";
  private static final String INDEX_TYPE = "application/vnd.oci.image.index.v1+json";

  private final List<byte[]> tars = new ArrayList<>();
  private final List<byte[]> stored = new ArrayList<>();
  private String architecture = "amd64";

  public TestImage layer(byte[] tar) {
    return layer(tar, tar);
  }

  public TestImage layer(byte[] tar, byte[] asStored) {
    tars.add(tar);
    stored.add(asStored);
    return this;
  }

  public TestImage architecture(String name) {
    architecture = name;
    return this;
  }

  /// An image of one layer with one file `name` that holds its own name.
  public static TestImage with(String name) {
    byte[] tar = new Tar().file(name, name).end();
    return new TestImage().layer(tar, TestLayer.gzipped(tar));
  }

  public byte[] config() {
    String diffIds =
        tars.stream().map(tar -> "\"" + Digest.sha256(tar) + "\"").collect(Collectors.joining(","));
    return bytes(
        "{\"os\":\"linux\",\"architecture\":\"%s\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[%s]}}"
            .formatted(architecture, diffIds));
  }

  public Digest id() {
    return Digest.sha256(config());
  }

  /// The classic files of `docker save`, without `manifest.json`.
  public Map<String, byte[]> classicFiles() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put(id().encoded() + ".json", config());
    for (int i = 0; i < stored.size(); i++) {
      files.put(Digest.sha256(stored.get(i)).encoded() + "/layer.tar", stored.get(i));
    }
    return files;
  }

  /// This image's part of `manifest.json`, with the paths of [#classicFiles] or of a layout.
  public String dockerEntry(boolean blobs, String... tags) {
    String config = blobs ? "blobs/sha256/" + id().encoded() : id().encoded() + ".json";
    String layers =
        stored.stream()
            .map(layer -> Digest.sha256(layer).encoded())
            .map(hex -> blobs ? "\"blobs/sha256/" + hex + "\"" : "\"" + hex + "/layer.tar\"")
            .collect(Collectors.joining(","));
    String names = tags.length == 0 ? "null" : "[\"" + String.join("\",\"", tags) + "\"]";
    return "{\"Config\":\"%s\",\"RepoTags\":%s,\"Layers\":[%s]}".formatted(config, names, layers);
  }

  public byte[] manifest() {
    String layers =
        stored.stream()
            .map(layer ->
                "{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar+gzip\",\"digest\":\"%s\",\"size\":%d}"
                    .formatted(Digest.sha256(layer), layer.length))
            .collect(Collectors.joining(","));
    byte[] config = config();
    return bytes(
        "{\"schemaVersion\":2,\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\"%s\",\"size\":%d},\"layers\":[%s]}"
            .formatted(Digest.sha256(config), config.length, layers));
  }

  /// Manifest, configuration and layers as blobs.
  public Map<String, byte[]> blobs() {
    var files = new LinkedHashMap<String, byte[]>();
    put(files, manifest());
    put(files, config());
    stored.forEach(layer -> put(files, layer));
    return files;
  }

  /// A descriptor of this image's manifest.
  ///
  /// @param name for the annotation, or empty
  public String descriptor(String name) {
    return descriptor(MANIFEST_TYPE, manifest(), architecture, name);
  }

  public static String indexDescriptor(byte[] index, String name) {
    return descriptor(INDEX_TYPE, index, "", name);
  }

  private static String descriptor(String type, byte[] body, String architecture, String name) {
    String platform =
        architecture.isEmpty()
            ? ""
            : ",\"platform\":{\"os\":\"linux\",\"architecture\":\"" + architecture + "\"}";
    String annotations =
        name.isEmpty()
            ? ""
            : ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"" + name + "\"}";
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d%s%s}"
        .formatted(type, Digest.sha256(body), body.length, platform, annotations);
  }

  public static byte[] index(String... descriptors) {
    return bytes("{\"schemaVersion\":2,\"manifests\":[" + String.join(",", descriptors) + "]}");
  }

  /// A layout with this image alone.
  public Map<String, byte[]> layout() {
    return layout(index(descriptor("")), blobs());
  }

  public static Map<String, byte[]> layout(byte[] index, Map<String, byte[]> blobs) {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("oci-layout", bytes("{\"imageLayoutVersion\":\"1.0.0\"}"));
    files.put("index.json", index);
    files.putAll(blobs);
    return files;
  }

  /// A classic archive with this image alone.
  public Map<String, byte[]> docker(String... tags) {
    var files = new LinkedHashMap<>(classicFiles());
    files.put("manifest.json", bytes("[" + dockerEntry(false, tags) + "]"));
    return files;
  }

  public static void put(Map<String, byte[]> files, byte[] blob) {
    files.put("blobs/sha256/" + Digest.sha256(blob).encoded(), blob);
  }

  public static Tar tar(Map<String, byte[]> files) {
    var tar = new Tar();
    files.forEach(tar::file);
    return tar;
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
