package dev.landwaiter.oci.registry;

import java.io.ByteArrayInputStream;

/// The body of a request.
///
/// @param size number of bytes, exactly
/// @param repeatable whether the request may be sent again as it stands; where the server keeps the
///   part that came, whoever sends must ask what it has
record Payload(String contentType, long size, boolean repeatable, BlobSource source) {
  static Payload of(String contentType, byte[] content) {
    return new Payload(contentType, content.length, true, () -> new ByteArrayInputStream(content));
  }
}
