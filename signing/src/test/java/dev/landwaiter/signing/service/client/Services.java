package dev.landwaiter.signing.service.client;

import dev.landwaiter.oci.Waiting;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.service.OpenWeb;
import dev.landwaiter.signing.service.token.IdentityToken;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import dev.landwaiter.testing.Shared;
import dev.landwaiter.testing.sigstore.MemorySigstore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The services in this process, a way to them, and a key.
record Services(MemorySigstore sigstore, OpenWeb web, SigningKey key) implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  static Services start() throws IOException {
    Clock clock = Clock.systemUTC();
    var waiting =
        new Waiting(
            clock,
            pause -> {},
            RandomGenerator.of("L64X128MixRandom"),
            clock.instant().plusSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
    return new Services(
        MemorySigstore.start(Shared.path("conformance/cosign/trust"), InstantSource.fixed(NOW)),
        OpenWeb.of(Optional.empty(), HttpClient.Builder.NO_PROXY, waiting),
        new FreshKey(pair()));
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// A key that nobody else has.
  private record FreshKey(KeyPair pair) implements SigningKey {
    @Override
    public VerificationKey publicKey() {
      return new VerificationKey(
          pair.getPublic(),
          Bytes.of(pair.getPublic().getEncoded()),
          PublicKeyDetails.PKIX_ECDSA_P256_SHA_256);
    }

    @Override
    public Bytes sign(byte[] message, PublicKeyDetails details) {
      try {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(message);
        return Bytes.of(signature.sign());
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }

  URI at(String path) {
    return URI.create(sigstore.address() + path);
  }

  static TrustedRoot trust() throws IOException {
    Path file = Shared.path("conformance/cosign/trust/root-all.json");
    return TrustedRootReader.read("root-all.json", Bytes.of(Files.readAllBytes(file)));
  }

  static IdentityToken token(String name) throws IOException {
    return IdentityToken.parse(
        Files.readString(Shared.path("conformance/cosign/files/tokens/" + name + ".jwt")));
  }

  @Override
  public void close() {
    web.close();
    sigstore.close();
  }
}
