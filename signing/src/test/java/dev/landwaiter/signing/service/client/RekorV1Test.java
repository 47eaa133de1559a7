package dev.landwaiter.signing.service.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.log.LogVerdict;
import dev.landwaiter.signing.log.LogVerifier;
import dev.landwaiter.signing.log.Logged;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebAnswer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RekorV1Test {
  private static final Bytes MESSAGE = Bytes.utf8("a message");
  private Services services;
  private Bytes signature;

  @BeforeEach
  void start() throws IOException {
    services = Services.start();
    signature = sign(MESSAGE);
  }

  @AfterEach
  void stop() {
    services.close();
  }

  private Bytes sign(Bytes message) throws IOException {
    return services.key().sign(message.toArray(), services.key().publicKey().details());
  }

  private RekorV1 log(String path) {
    return new RekorV1(services.web(), services.at(path));
  }

  private ProposedEntry entry() {
    return ProposedEntry.hashed(
        HashAlgorithm.SHA2_256,
        MESSAGE.sha256(),
        signature,
        PublicKeys.text(services.key().publicKey()));
  }

  private LogVerdict verdict(LogEntry entry, Bytes over, Logged.Content content)
      throws IOException {
    VerificationKey key = services.key().publicKey();
    var logged = new Logged(Evidence.Form.BUNDLE_0_3, over, new Logged.Signer.Key(key), content);
    return LogVerifier.verify(entry, logged, Services.trust().logs());
  }

  @Test
  void anEntryVerifies() throws IOException {
    LogEntry entry = log("/rekor").create(entry());
    var message = new Logged.Content.Message(MESSAGE);
    assertThat(verdict(entry, signature, message)).isInstanceOf(LogVerdict.Counted.class);
    assertThat(entry.integratedTime()).isEqualTo(Services.NOW.getEpochSecond());
  }

  @Test
  void anEnvelopeVerifies() throws IOException {
    var payload = Bytes.utf8("{}");
    Bytes over = sign(Envelope.preAuthentication(Envelope.IN_TOTO, payload));
    String text =
        "{\"payload\":\"%s\",\"payloadType\":\"%s\",\"signatures\":[{\"sig\":\"%s\"}]}"
            .formatted(payload.toBase64(), Envelope.IN_TOTO, over.toBase64());
    var proposed =
        ProposedEntry.envelope(Bytes.utf8(text), PublicKeys.text(services.key().publicKey()));
    LogEntry entry = log("/rekor").create(proposed);
    var envelope =
        new Envelope(payload, Envelope.IN_TOTO, List.of(new Envelope.Signature(over, "")));
    var content = new Logged.Content.Dsse(envelope, Optional.empty());
    assertThat(verdict(entry, over, content)).isInstanceOf(LogVerdict.Counted.class);
  }

  @Test
  void fetchesAnEntryThatExists() throws IOException {
    LogEntry first = log("/rekor").create(entry());
    LogEntry again = log("/rekor").create(entry());
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.logIndex()).isEqualTo(first.logIndex());
    assertThat(log("/rekor").get(first.logIndex()).body()).isEqualTo(first.body());
    assertThat(log("/rekor").search(entry())).extracting(LogEntry::body).contains(first.body());
  }

  @ParameterizedTest
  @CsvSource({
    "/rekor-shortproof, refused",
    "/rekor-longproof, refused",
    "/rekor-swap, refused",
    "/rekor-otherlog, uncounted",
    "/rekor-badset, uncounted"
  })
  void faultsAreHandedOnAndFound(String path, String outcome) throws IOException {
    LogEntry entry = log(path).create(entry());
    var message = new Logged.Content.Message(MESSAGE);
    if (outcome.equals("refused")) {
      assertThatThrownBy(() -> verdict(entry, signature, message))
          .isInstanceOf(RefusedException.class);
    } else {
      assertThat(verdict(entry, signature, message)).isInstanceOf(LogVerdict.Uncounted.class);
    }
  }

  @Test
  void leavesMissingPartsOut() throws IOException {
    assertThat(log("/rekor-noproof").create(entry()).proof()).isEmpty();
    signature = sign(MESSAGE);
    assertThat(log("/rekor-noset").create(entry()).promise()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"a\":{},\"b\":{}}",
        "{\"a\":{\"body\":\"%\"}}",
        "{\"a\":{\"body\":\"e30=\",\"logID\":\"zz\"}}",
        "{\"a\":{\"body\":\"e30=\",\"logID\":\"00\",\"logIndex\":-1}}",
        "{\"a\":{\"body\":\"e30=\",\"logID\":\"00\",\"verification\":"
            + "{\"inclusionProof\":{\"hashes\":[1]}}}}",
        "{\"a\":{\"body\":\"e30=\",\"logID\":\"00\",\"verification\":"
            + "{\"inclusionProof\":{\"hashes\":[\"x\"]}}}}"
      })
  void refusesBrokenAnswers(String text) {
    Web web = request -> new WebAnswer(request.uri(), 201, Map.of(), Bytes.utf8(text));
    var log = new RekorV1(web, URI.create("https://log.test/"));
    assertThatThrownBy(() -> log.create(entry())).isInstanceOf(RefusedException.class);
  }

  @Test
  void hostileAnswersEndInRefusals() throws IOException {
    URI base = services.at("/rekor");
    services.hostile(web -> {
      var _ = new RekorV1(web, base).create(entry());
    });
  }

  @Test
  void aConflictWithoutAnEntryIsTold() {
    Web web = request -> new WebAnswer(request.uri(), 409, Map.of(), Bytes.utf8("no"));
    var log = new RekorV1(web, URI.create("https://log.test/"));
    assertThatThrownBy(() -> log.create(entry())).hasMessageContaining("status 409");
  }
}
