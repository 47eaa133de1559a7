package dev.landwaiter.oci.layer;

import java.util.zip.DataFormatException;

/// Decompression of raw deflate streams (RFC 1951), one after the other, by one thread at a time.
public interface Inflate extends AutoCloseable {
  /// Makes ready for a new stream; input not yet used is dropped.
  void reset();

  /// Hands over the next input, after the one before is used up. The array stays the caller's but
  /// must not change until it is used up.
  void input(byte[] bytes, int offset, int length);

  /// Writes decompressed bytes; 0 when more input is needed or the stream has ended.
  ///
  /// @throws DataFormatException for what is no deflate stream
  int inflate(byte[] into, int offset, int length) throws DataFormatException;

  /// Whether the stream's last byte has been written.
  boolean finished();

  /// How many bytes at the end of the input are not used: once [#finished], what follows the
  /// stream.
  int unused();

  @Override
  void close();
}
