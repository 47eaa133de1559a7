package dev.landwaiter.signing.service.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.Waiting;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.service.OpenWeb;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebAnswer;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /// Something that is asked of a service.
  interface Question {
    void ask(Web web) throws IOException;
  }

  /// Asks, and then again of services whose answers are cut or changed by one bit: cut ones must be
  /// refused, changed ones may only end in a refusal or an answer.
  void hostile(Question question) throws IOException {
    List<WebAnswer> answers = new ArrayList<>();
    question.ask(request -> {
      WebAnswer answer = web.ask(request);
      answers.add(answer);
      return answer;
    });
    WebAnswer good = answers.getLast();
    byte[] body = good.body().toArray();
    for (int end = 0; end < body.length; end += 5) {
      Bytes cut = Bytes.of(Arrays.copyOf(body, end));
      assertThatThrownBy(() -> question.ask(with(good, cut))).isInstanceOf(RefusedException.class);
    }
    for (int bit = 0; bit < body.length * 8; bit += 3) {
      byte[] changed = body.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      try {
        question.ask(with(good, Bytes.of(changed)));
      } catch (RefusedException e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
  }

  private static Web with(WebAnswer good, Bytes body) {
    return request -> new WebAnswer(request.uri(), good.status(), good.headers(), body);
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
