package dev.landwaiter.signing.trust.file;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a trusted root (sigstore protobuf-specs, `TrustedRoot`) in the forms 0.1 and 0.2. Members
/// that are not known are refused; a log whose kind of key is not known is left out.
public final class TrustedRootReader {
  /// The media type that is written, and the older and newer ones that are read as well.
  public static final String MEDIA_TYPE =
      "application/vnd.dev.sigstore.trustedroot+json;version=0.1";

  private static final Set<String> MEDIA_TYPES =
      Set.of(
          MEDIA_TYPE,
          "application/vnd.dev.sigstore.trustedroot.v0.1+json",
          "application/vnd.dev.sigstore.trustedroot.v0.2+json");

  private static final Set<String> UNSPECIFIED = Set.of("", "0", "PUBLIC_KEY_DETAILS_UNSPECIFIED");

  private TrustedRootReader() {}

  /// Reads the text of a trusted root.
  ///
  /// @param where the name of the text, for messages
  /// @throws RefusedException with TRUST_ROOT for everything that is wrong with it, with LIMIT for
  ///   a text that is too large or too deep
  public static TrustedRoot read(String where, Bytes text) throws RefusedException {
    return examine(where, text).root();
  }

  /// Reads the text of a trusted root and tells what of it is not used.
  ///
  /// @throws RefusedException as [#read]
  public static Reading examine(String where, Bytes text) throws RefusedException {
    List<String> leftOut = new ArrayList<>();
    try {
      return new Reading(of(ProtoFields.parse(where, text), leftOut), leftOut);
    } catch (RefusedException e) {
      throw asRoot(e);
    }
  }

  /// What was read.
  ///
  /// @param leftOut a sentence about each log whose kind of key is not known
  public record Reading(TrustedRoot root, List<String> leftOut) {
    public Reading {
      leftOut = List.copyOf(leftOut);
    }
  }

  /// Reads one that stands inside another document.
  static TrustedRoot of(ProtoFields root, List<String> leftOut) throws RefusedException {
    root.only(
        Set.of("mediaType", "tlogs", "ctlogs", "certificateAuthorities", "timestampAuthorities"));
    String mediaType = root.text("mediaType");
    if (!MEDIA_TYPES.contains(mediaType)) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          root.at("mediaType") + ": '" + mediaType + "' is not that of a trusted root",
          MEDIA_TYPE,
          mediaType);
    }
    return new TrustedRoot(
        logs(root, "tlogs", leftOut),
        logs(root, "ctlogs", leftOut),
        authorities(root, "certificateAuthorities"),
        authorities(root, "timestampAuthorities"));
  }

  /// What is wrong with a root is always the root's own failure.
  static RefusedException asRoot(RefusedException cause) {
    return switch (cause.kind()) {
      case TRUST_ROOT, LIMIT -> cause;
      default ->
          new RefusedException(
              FailureClass.TRUST_ROOT,
              cause.refusal().message(),
              cause.refusal().expected(),
              cause.refusal().found());
    };
  }

  private static List<LogInstance> logs(ProtoFields root, String name, List<String> leftOut)
      throws RefusedException {
    List<LogInstance> all = new ArrayList<>();
    for (ProtoFields each : root.objects(name)) {
      log(each, leftOut).ifPresent(all::add);
    }
    return all;
  }

  private static Optional<LogInstance> log(ProtoFields log, List<String> leftOut)
      throws RefusedException {
    log.only(
        Set.of("baseUrl", "hashAlgorithm", "publicKey", "logId", "checkpointKeyId", "operator"));
    String hash = log.member("hashAlgorithm").map(TrustedRootReader::enumerated).orElse("");
    if (!hash.equals(HashAlgorithm.SHA2_256.name())
        && !hash.equals(Integer.toString(HashAlgorithm.SHA2_256.number()))) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          log.at("hashAlgorithm") + ": only SHA2_256 is known",
          HashAlgorithm.SHA2_256.name(),
          hash);
    }
    ProtoFields key = required(log, "publicKey");
    key.only(Set.of("rawBytes", "keyDetails", "validFor"));
    Window window = key.window("validFor");
    if (window.start().isEmpty()) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          key.at("validFor.start") + " is missing, so nobody knows since when the key is good");
    }
    Bytes id = keyId(log, "logId");
    // A checkpoint's key has its own id in form 0.2; entries of such logs are named by it.
    Optional<ProtoFields> checkpoint = log.fields("checkpointKeyId");
    Bytes named = checkpoint.isPresent() ? keyId(log, "checkpointKeyId") : id;
    String details = key.member("keyDetails").map(TrustedRootReader::enumerated).orElse("");
    Bytes raw = key.bytes("rawBytes");
    if (raw.isEmpty() || UNSPECIFIED.contains(details)) {
      throw key.wrong("rawBytes or keyDetails are missing");
    }
    Optional<PublicKeyDetails> kind = details(details).filter(LogKeys::usable);
    if (kind.isEmpty()) {
      leftOut.add(
          "%s is not used: keys of the kind %s are not known".formatted(log.where(), details));
      return Optional.empty();
    }
    VerificationKey read = LogKeys.read(key.at("rawBytes"), raw, kind.get());
    return Optional.of(new LogInstance(log.text("baseUrl"), named, read, window));
  }

  private static Bytes keyId(ProtoFields log, String name) throws RefusedException {
    Bytes id = required(log, name).only(Set.of("keyId")).bytes("keyId");
    if (id.isEmpty()) {
      throw log.wrong(name + ".keyId is missing");
    }
    return id;
  }

  private static List<Authority> authorities(ProtoFields root, String name)
      throws RefusedException {
    List<Authority> all = new ArrayList<>();
    for (ProtoFields each : root.objects(name)) {
      all.add(authority(each));
    }
    return all;
  }

  private static Authority authority(ProtoFields authority) throws RefusedException {
    authority.only(Set.of("subject", "uri", "certChain", "validFor", "operator"));
    Optional<ProtoFields> subject = authority.fields("subject");
    if (subject.isPresent()) {
      subject.get().only(Set.of("organization", "commonName"));
    }
    ProtoFields chain = required(authority, "certChain").only(Set.of("certificates"));
    List<X509Certificate> certificates = new ArrayList<>();
    for (ProtoFields each : chain.objects("certificates")) {
      Bytes raw = each.only(Set.of("rawBytes")).bytes("rawBytes");
      certificates.add(Certificates.der(each.at("rawBytes"), raw));
    }
    if (certificates.isEmpty()) {
      throw chain.wrong("no certificate is there");
    }
    return new Authority(authority.text("uri"), certificates, authority.window("validFor"));
  }

  private static ProtoFields required(ProtoFields in, String name) throws RefusedException {
    Optional<ProtoFields> member = in.fields(name);
    if (member.isEmpty()) {
      throw in.wrong(name + " is missing");
    }
    return member.get();
  }

  private static String enumerated(Value value) {
    return switch (value) {
      case StringValue text -> text.text();
      case NumberValue number -> number.text();
      default -> "";
    };
  }

  private static Optional<PublicKeyDetails> details(String text) {
    return Character.isDigit(text.charAt(0))
        ? PublicKeyDetails.numbered(parse(text))
        : PublicKeyDetails.named(text);
  }

  private static long parse(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
