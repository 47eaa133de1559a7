package dev.landwaiter.scan.run;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.ImageLayer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// A layer of an image, made of texts by path; counts how often it is read.
@SuppressWarnings("ArrayRecordComponent")
record MadeLayer(byte[] tar, AtomicInteger reads) implements ImageLayer {
  static MadeLayer of(Map<String, String> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new TarArchiveOutputStream(bytes)) {
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(file.getKey());
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
      }
    }
    return new MadeLayer(bytes.toByteArray(), new AtomicInteger());
  }

  @Override
  public String digest() {
    return "";
  }

  @Override
  public Digest diffId() {
    return Digest.sha256(tar);
  }

  @Override
  public long storedSize() {
    return tar.length;
  }

  @Override
  public InputStream open() {
    reads.incrementAndGet();
    return new ByteArrayInputStream(tar);
  }
}
