package dev.landwaiter.oci.daemon;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.testing.Shared;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// A real `docker save` archive out of the shared data, as an engine would export it.
@SuppressWarnings("ArrayRecordComponent")
public record SavedArchive(byte[] tar, String id, String tag) {
  public static SavedArchive read(String file) throws IOException {
    byte[] tar;
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(Shared.path("images/" + file)))) {
      tar = in.readAllBytes();
    }
    String text = new String(tar, StandardCharsets.ISO_8859_1);
    int config = text.lastIndexOf("\"Config\":\"") + 10;
    String name = text.substring(config, text.indexOf('"', config)).replace(".json", "");
    int tags = text.lastIndexOf("\"RepoTags\":[\"") + 13;
    String id =
        name.startsWith("sha256:") ? name : "sha256:" + name.substring(name.lastIndexOf('/') + 1);
    if (Digest.parse(id).isEmpty()) {
      throw new IOException("no id in " + file + ": " + name);
    }
    return new SavedArchive(tar, id, text.substring(tags, text.indexOf('"', tags)));
  }

  /// An archive of one image with these layers, the later ones first in the archive.
  public static SavedArchive of(String tag, String... layers) throws IOException {
    var out = new ByteArrayOutputStream();
    List<String> diffIds = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    try (var tar = new TarArchiveOutputStream(out)) {
      for (String layer : List.of(layers)) {
        diffIds.add("\"" + Digest.sha256(layer.getBytes(StandardCharsets.UTF_8)) + "\"");
        paths.add("\"l" + paths.size() + "/layer.tar\"");
      }
      for (int i = layers.length - 1; i >= 0; i--) {
        put(tar, "l" + i + "/layer.tar", layers[i]);
      }
      String config =
          "{\"os\":\"linux\",\"architecture\":\"amd64\",\"rootfs\":{\"diff_ids\":[%s]}}"
              .formatted(String.join(",", diffIds));
      String hex = Digest.sha256(config.getBytes(StandardCharsets.UTF_8)).encoded();
      put(tar, hex + ".json", config);
      put(
          tar,
          "manifest.json",
          "[{\"Config\":\"%s.json\",\"RepoTags\":[\"%s\"],\"Layers\":[%s]}]"
              .formatted(hex, tag, String.join(",", paths)));
      tar.finish();
      return new SavedArchive(out.toByteArray(), "sha256:" + hex, tag);
    }
  }

  private static void put(TarArchiveOutputStream tar, String name, String content)
      throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    var entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  /// Lets an engine have it under its tag.
  public void into(TestEngine engine, String name) {
    engine.on(
        "/images/" + name + "/json",
        TestEngine.json(
            200,
            "{\"Id\":\"%s\",\"RepoTags\":[\"%s\"],\"RepoDigests\":[\"app@%s\"],\"Os\":\"linux\"}"
                .formatted(id, tag, id)));
    engine.on("/images/get?names=" + id, TestEngine.chunked(tar, tar.length));
  }
}
