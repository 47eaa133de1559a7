package dev.landwaiter.oci;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What points at content: its type, digest and size (OCI image specification 1.1, "Content
/// Descriptors"). Whoever reads the content checks it with [#verify] or while streaming.
///
/// @param size in bytes
/// @param data the content itself in Base64, already checked against digest and size, or empty
public record Descriptor(
    String mediaType,
    Digest digest,
    long size,
    List<String> urls,
    Map<String, String> annotations,
    String data,
    Optional<Platform> platform,
    String artifactType) {

  /// The annotation that marks an attestation of BuildKit inside an index.
  static final String REFERENCE_TYPE = "vnd.docker.reference.type";

  public Descriptor {
    urls = List.copyOf(urls);
    annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
  }

  /// A descriptor of type, digest and size only.
  public static Descriptor of(String mediaType, Digest digest, long size) {
    return new Descriptor(mediaType, digest, size, List.of(), Map.of(), "", Optional.empty(), "");
  }

  /// Reads a descriptor strictly.
  ///
  /// @throws ImageException when a member is missing or of a wrong kind, when the digest is not one
  ///   of a supported algorithm, or when embedded data contradict digest or size
  public static Descriptor read(Fields fields) throws ImageException {
    var platform = fields.object("platform");
    var descriptor =
        new Descriptor(
            MediaTypes.bare(fields.text("mediaType")),
            fields.digest("digest"),
            fields.size("size"),
            fields.texts("urls"),
            fields.textMap("annotations"),
            fields.text("data"),
            platform.isPresent() ? Optional.of(Platform.read(platform.get())) : Optional.empty(),
            fields.text("artifactType"));
    if (!descriptor.data.isEmpty()) {
      descriptor.verify(fields.where() + ": data", descriptor.decoded(fields.where()));
    }
    return descriptor;
  }

  private byte[] decoded(String where) throws ImageException {
    try {
      return Base64.getDecoder().decode(data);
    } catch (IllegalArgumentException e) {
      throw new ImageException(
          ImageException.Code.INVALID, where + ": member 'data' is not Base64", e);
    }
  }

  /// As JSON, without what is empty.
  public Value toValue() {
    Map<Value, Value> members = new LinkedHashMap<>();
    put(members, "mediaType", mediaType);
    put(members, "digest", digest.toString());
    members.put(Value.of("size"), Value.of(size));
    if (!urls.isEmpty()) {
      members.put(Value.of("urls"), new ArrayValue(urls.stream().map(Value::of).toList()));
    }
    if (!annotations.isEmpty()) {
      Map<Value, Value> texts = new LinkedHashMap<>();
      annotations.forEach((key, value) -> texts.put(Value.of(key), Value.of(value)));
      members.put(Value.of("annotations"), new ObjectValue(texts));
    }
    put(members, "data", data);
    platform.ifPresent(p -> members.put(Value.of("platform"), p.toValue()));
    put(members, "artifactType", artifactType);
    return new ObjectValue(members);
  }

  private static void put(Map<Value, Value> members, String key, String text) {
    if (!text.isEmpty()) {
      members.put(Value.of(key), Value.of(text));
    }
  }

  /// The content, where the descriptor embeds it.
  public Optional<byte[]> embedded() {
    return data.isEmpty() ? Optional.empty() : Optional.of(Base64.getDecoder().decode(data));
  }

  /// Checks content against size and digest.
  ///
  /// @param where what the content is, for the message
  /// @throws ImageException with [ImageException.Code#DIGEST_MISMATCH]
  public void verify(String where, byte[] content) throws ImageException {
    if (content.length != size) {
      throw new ImageException(
          ImageException.Code.DIGEST_MISMATCH,
          where + ": " + content.length + " bytes, but its descriptor says " + size);
    }
    verifyDigest(where, digest, content);
  }

  /// Checks content whose size nobody promised against its digest.
  public static void verifyDigest(String where, Digest digest, byte[] content)
      throws ImageException {
    var hash = digest.newHash().digest(content);
    var actual = new Digest(digest.algorithm(), HexFormat.of().formatHex(hash));
    if (!actual.equals(digest)) {
      throw mismatch(where, digest.toString(), actual.toString());
    }
  }

  /// The error for content that is not what its digest promises.
  public static ImageException mismatch(String where, String wanted, String actual) {
    return new ImageException(
        ImageException.Code.DIGEST_MISMATCH,
        where + ": digest " + wanted + " expected, but the content has " + actual);
  }

  /// Whether this is an attestation about another entry of the same index, never an image.
  public boolean isAttestation() {
    boolean unknown =
        platform
            .filter(p -> p.os().equals("unknown") && p.architecture().equals("unknown"))
            .isPresent();
    return unknown || "attestation-manifest".equals(annotations.get(REFERENCE_TYPE));
  }
}
