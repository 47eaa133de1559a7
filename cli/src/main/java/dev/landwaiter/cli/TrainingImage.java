package dev.landwaiter.cli;

import dev.landwaiter.base.digest.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// A small folder as an image of one layer: a `docker save` archive and an OCI layout.
final class TrainingImage {
  private TrainingImage() {}

  static void write(Path archive, Path root) throws IOException {
    byte[] tar = tar(root);
    byte[] config = config(tar);
    String configName = Digest.sha256(config).encoded() + ".json";
    String manifest =
        "[{\"Config\":\"%s\",\"RepoTags\":[\"training:1\"],\"Layers\":[\"layer.tar\"]}]"
            .formatted(configName);
    var out = new ByteArrayOutputStream();
    entry(out, configName, config);
    entry(out, "layer.tar", tar);
    entry(out, "manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
    out.write(new byte[1024]);
    Files.write(archive, out.toByteArray());
  }

  /// The same image as an OCI layout, its layer packed.
  static void layout(Path folder, Path root) throws IOException {
    byte[] tar = tar(root);
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(tar);
    }
    Path blobs = folder.resolve("blobs/sha256");
    Files.createDirectories(blobs);
    String config = blob(blobs, config(tar), "application/vnd.oci.image.config.v1+json");
    String layer = blob(blobs, packed.toByteArray(), "application/vnd.oci.image.layer.v1.tar+gzip");
    String type = "application/vnd.oci.image.manifest.v1+json";
    String manifest =
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[%s]}"
            .formatted(type, config, layer);
    String entry = blob(blobs, manifest.getBytes(StandardCharsets.UTF_8), type);
    Files.writeString(
        folder.resolve("index.json"), "{\"schemaVersion\":2,\"manifests\":[" + entry + "]}");
    Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
  }

  private static String blob(Path blobs, byte[] content, String type) throws IOException {
    Digest digest = Digest.sha256(content);
    Files.write(blobs.resolve(digest.encoded()), content);
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
        .formatted(type, digest, content.length);
  }

  private static byte[] config(byte[] tar) {
    return """
    {"architecture":"amd64","os":"linux","created":"2024-01-01T00:00:00Z",
    "config":{"Env":["PATH=/bin"],"Cmd":["/bin/sh"],"Labels":{"a":"b"},"ExposedPorts":{"80/tcp":{}}},
    "rootfs":{"type":"layers","diff_ids":["%s"]},
    "history":[{"created":"2024-01-01T00:00:00Z","created_by":"/bin/sh -c #(nop) CMD a"},
    {"created":"2024-01-01T00:00:00Z","created_by":"%s","empty_layer":true}]}
    """
        // Long texts with letters beyond ASCII take another way through the parser.
        .formatted(Digest.sha256(tar), "é\\n ".repeat(2000))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] tar(Path root) throws IOException {
    var tar = new ByteArrayOutputStream();
    List<Path> files;
    try (var walk = Files.walk(root)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      entry(tar, root.relativize(file).toString(), Files.readAllBytes(file));
    }
    tar.write(new byte[1024]);
    return tar.toByteArray();
  }

  /// A ustar entry (POSIX.1-1988, tar).
  private static void entry(ByteArrayOutputStream out, String name, byte[] content) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000644");
    put(header, 124, "%011o".formatted(content.length));
    put(header, 136, "00000000000");
    put(header, 148, "        ");
    header[156] = '0';
    put(header, 257, "ustar");
    put(header, 263, "00");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, "%06o\0 ".formatted(sum));
    out.writeBytes(header);
    out.writeBytes(content);
    out.writeBytes(new byte[(512 - content.length % 512) % 512]);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
