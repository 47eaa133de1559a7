package dev.landwaiter.signing.testing;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.PiecewiseTrust;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Certificates, trusted roots and bundles that other programs made.
public final class SignedMaterial {
  private static final Path CONFORMANCE =
      Path.of(
              System.getenv()
                  .getOrDefault(
                      "LANDWAITER_SHARED", System.getProperty("landwaiter.root") + "/../shared"))
          .resolve("conformance");

  public static final Path COSIGN = CONFORMANCE.resolve("cosign");
  public static final Path ASSETS = CONFORMANCE.resolve("sigstore/assets/bundle-verify");

  private SignedMaterial() {}

  /// A leaf certificate of `certs`, DER.
  public static Bytes certificate(String name) throws IOException {
    return blocks("certs/" + name + ".pem").getFirst();
  }

  /// All blocks of a PEM file of cosign's recordings.
  public static List<Bytes> blocks(String file) throws IOException {
    return Pem.blocks(file, Files.readString(COSIGN.resolve(file))).stream()
        .map(Pem::content)
        .toList();
  }

  /// A chain file as an authority.
  public static List<Authority> chain(String file) throws IOException {
    return PiecewiseTrust.chain(file, Bytes.of(Files.readAllBytes(COSIGN.resolve(file))));
  }

  /// A key file as a log.
  public static LogInstance log(String file) throws IOException {
    return PiecewiseTrust.log(file, Bytes.of(Files.readAllBytes(COSIGN.resolve(file))));
  }

  /// A trusted root of cosign's recordings, such as `root-all`.
  public static TrustedRoot root(String name) throws IOException {
    return root(COSIGN.resolve("trust/" + name + ".json"));
  }

  public static TrustedRoot root(Path file) throws IOException {
    return TrustedRootReader.read(file.toString(), Bytes.of(Files.readAllBytes(file)));
  }

  /// What this package needs of a bundle.
  public record Bundle(Bytes signature, Optional<Bytes> certificate, List<Bytes> timestamps) {}

  /// Reads a bundle loosely.
  public static Bundle bundle(Path file) throws IOException {
    try {
      Value bundle = Json.parse(file.toString(), Files.readAllBytes(file));
      Value material = at(bundle, "verificationMaterial");
      List<Bytes> timestamps = new ArrayList<>();
      for (Value each : at(material, "timestampVerificationData", "rfc3161Timestamps").elements()) {
        timestamps.add(base64(at(each, "signedTimestamp")).orElse(Bytes.EMPTY));
      }
      Optional<Bytes> certificate = base64(at(material, "certificate", "rawBytes"));
      for (Value each : at(material, "x509CertificateChain", "certificates").elements()) {
        certificate = certificate.or(() -> base64(at(each, "rawBytes")));
      }
      Optional<Bytes> signature = base64(at(bundle, "messageSignature", "signature"));
      for (Value each : at(bundle, "dsseEnvelope", "signatures").elements()) {
        signature = signature.or(() -> base64(at(each, "sig")));
      }
      return new Bundle(signature.orElse(Bytes.EMPTY), certificate, timestamps);
    } catch (FormatException e) {
      throw new IOException(e);
    }
  }

  private static Value at(Value value, String... names) {
    Value found = value;
    for (String name : names) {
      found = found.get(name).orElse(NullValue.NULL);
    }
    return found;
  }

  private static Optional<Bytes> base64(Value text) {
    return text instanceof StringValue string
        ? Optional.of(Bytes.of(Base64.getMimeDecoder().decode(string.text())))
        : Optional.empty();
  }
}
