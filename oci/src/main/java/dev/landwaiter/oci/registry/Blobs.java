package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageException.Code;
import dev.landwaiter.oci.Verified;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Reads blobs of one repository; those that the registry does not keep, from the addresses in
/// their descriptors.
record Blobs(Session session, String repository) {
  private static final int ADDRESS_LIMIT = 8;

  private interface Sender {
    InputStream send(Call call, Receiver<InputStream> receiver) throws IOException;
  }

  /// Opens a blob of which as many bytes come as the descriptor says; nothing else is verified.
  ///
  /// @param what it is, for messages
  InputStream open(Descriptor descriptor, String what) throws IOException {
    URI uri = session.at(repository + "/blobs/" + descriptor.digest());
    try {
      return open(uri, session::send, descriptor, what);
    } catch (ImageException e) {
      if (e.code() != Code.NOT_FOUND || descriptor.urls().isEmpty()) {
        throw e;
      }
      return elsewhere(descriptor, what, e);
    }
  }

  private InputStream elsewhere(Descriptor descriptor, String what, ImageException missing)
      throws IOException {
    ImageException last = missing;
    for (String url : descriptor.urls().stream().limit(ADDRESS_LIMIT).toList()) {
      try {
        return open(address(url), session::elsewhere, descriptor, what);
      } catch (ImageException e) {
        last = e;
      }
    }
    throw last;
  }

  private static URI address(String url) throws ImageException {
    try {
      return new URI(url);
    } catch (java.net.URISyntaxException e) {
      throw Fields.invalid("'" + Fields.shown(url) + "' is no address of a layer");
    }
  }

  private InputStream open(URI uri, Sender sender, Descriptor descriptor, String what)
      throws IOException {
    long size = descriptor.size();
    Resuming.Rest rest =
        offset -> {
          Call call = Call.get(uri, "", what);
          return offset == 0
              ? sender.send(call, answer -> whole(answer, what, size))
              : sender.send(ranged(call, offset), answer -> rest(answer, what, offset, size));
        };
    return Resuming.open(session, rest, what, size);
  }

  private static InputStream whole(Answer answer, String what, long size) throws IOException {
    if (answer.headers().firstValueAsLong("Content-Length").orElse(size) > size) {
      answer.close();
      throw Verified.tooLong(what, size);
    }
    return answer.body();
  }

  private static Call ranged(Call call, long offset) {
    return call.with(Map.of("Range", "bytes=" + offset + "-")).expecting(200, 206, 416);
  }

  /// The body from an offset on, whether the server sends a part or everything (RFC 9110, sections
  /// 14.4 and 15.3.7).
  private static InputStream rest(Answer answer, String what, long offset, long size)
      throws IOException {
    if (answer.status() == 200) {
      return new WithoutStart(whole(answer, what, size), offset);
    }
    if (answer.status() == 206) {
      requireRange(answer, what, offset, size);
      return answer.body();
    }
    answer.close();
    throw new ImageException(
        Code.DIGEST_MISMATCH, "the %s ends after %d of %d bytes".formatted(what, offset, size));
  }

  private static void requireRange(Answer answer, String what, long offset, long size)
      throws IOException {
    String range = answer.header("Content-Range").strip();
    boolean starts = range.startsWith("bytes " + offset + "-");
    String total = range.substring(range.indexOf('/') + 1);
    if (!starts || !List.of("*", Long.toString(size)).contains(total)) {
      answer.close();
      throw new ImageException(
          Code.INVALID,
          "%s: %s answers with the range '%s' instead of the bytes from %d of %d"
              .formatted(what, Targets.shown(answer.uri()), Fields.shown(range), offset, size));
    }
  }
}
