package dev.landwaiter.oci.registry;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.MediaTypes;
import java.io.IOException;
import java.util.Optional;

/// A manifest or an index as a registry keeps it.
///
/// @param descriptor with the digest computed from the body; its media type is the body's own, else
///   that of the answer, else what the body looks like
/// @param body the bytes as they came
@SuppressWarnings("ArrayRecordComponent")
public record Stored(Descriptor descriptor, byte[] body) {

  /// What the body says.
  ///
  /// @throws ImageException as [Document#parse]
  public Document document(Limits limits) throws ImageException {
    return Document.parse("manifest " + descriptor.digest(), body, descriptor.mediaType(), limits);
  }

  /// Reads an answer.
  ///
  /// @param wanted the digest that was asked for; without one the registry's own, if it names one,
  ///   must be right
  static Stored read(Answer answer, String what, long limit, Optional<Digest> wanted)
      throws IOException {
    byte[] body = answer.read(limit, what);
    String type = MediaTypes.bare(answer.header("Content-Type"));
    if (type.equals("text/html")) {
      throw Fields.invalid(
          "%s answers a web page instead of the %s: is this the address of a registry?"
              .formatted(Targets.shown(answer.uri()), what));
    }
    String named = answer.header("Docker-Content-Digest").strip();
    Digest digest = Digest.sha256(body);
    if (wanted.isPresent()) {
      digest = wanted.get();
    } else if (!named.isEmpty()) {
      digest =
          Digest.parse(named)
              .orElseThrow(() ->
                  Fields.invalid(
                      what + ": the registry names no usable digest: " + Fields.shown(named)));
    }
    Descriptor.verifyDigest(what, digest, body);
    return new Stored(Descriptor.of(type(body, what, type), digest, body.length), body);
  }

  private static String type(byte[] body, String what, String answered) throws ImageException {
    Fields fields = Fields.parse(what, body);
    String own = MediaTypes.bare(fields.text("mediaType"));
    if (!own.isEmpty() && !MediaTypes.isGeneric(answered) && !own.equals(answered)) {
      throw Fields.invalid(
          "%s: says it is '%s', but comes as '%s'"
              .formatted(what, Fields.shown(own), Fields.shown(answered)));
    }
    if (!own.isEmpty() || !MediaTypes.isGeneric(answered)) {
      return own.isEmpty() ? answered : own;
    }
    return fields.member("manifests").isPresent() ? MediaTypes.OCI_INDEX : MediaTypes.OCI_MANIFEST;
  }
}
