package dev.landwaiter.oci.testing;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.ImageLayer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// A layer in memory.
@SuppressWarnings("ArrayRecordComponent")
public record TestLayer(byte[] stored, String digest, Digest diffId, long storedSize)
    implements ImageLayer {

  /// A layer whose promises are all true.
  public static TestLayer of(byte[] tar, byte[] stored) {
    return new TestLayer(
        stored, Digest.sha256(stored).toString(), Digest.sha256(tar), stored.length);
  }

  public static TestLayer plain(byte[] tar) {
    return of(tar, tar);
  }

  public static TestLayer gzip(byte[] tar) {
    return of(tar, gzipped(tar));
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(stored);
  }

  public static byte[] gzipped(byte[] content) {
    return packed(content, GZIPOutputStream::new);
  }

  public static byte[] zstd(byte[] content) {
    return packed(content, ZstdOutputStreamNoFinalizer::new);
  }

  public static byte[] xz(byte[] content) {
    return packed(content, to -> new XZOutputStream(to, new LZMA2Options(1)));
  }

  private interface Packer {
    OutputStream pack(OutputStream to) throws IOException;
  }

  private static byte[] packed(byte[] content, Packer packer) {
    var bytes = new ByteArrayOutputStream();
    try (var out = packer.pack(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
