package dev.landwaiter.oci;

import java.io.IOException;

/// An image that cannot be had or may not be trusted. The message is one sentence for the user.
public final class ImageException extends IOException {
  private static final long serialVersionUID = 1L;

  /// What went wrong, for those who decide by it.
  public enum Code {
    /// There is no such image, file or blob.
    NOT_FOUND,
    /// The bytes are not what the format demands.
    INVALID,
    /// The bytes are not those that the digest promises.
    DIGEST_MISMATCH,
    /// A limit on size, count, ratio or depth is exceeded.
    LIMIT,
    /// The registry or daemon wants credentials that it was not given.
    UNAUTHORIZED,
    /// The registry or daemon cannot be reached or fails.
    UNREACHABLE,
    /// A format, media type or source that is not supported.
    UNSUPPORTED
  }

  private final Code code;

  public ImageException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public ImageException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
