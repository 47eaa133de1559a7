package dev.landwaiter.signing.service.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.log.LogVerdict;
import dev.landwaiter.signing.log.LogVerifier;
import dev.landwaiter.signing.log.Logged;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebAnswer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RekorV2Test {
  private static final Bytes MESSAGE = Bytes.utf8("a message");
  private Services services;

  @BeforeEach
  void start() throws IOException {
    services = Services.start();
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/tiles, counted",
    "/tiles-cosigned, counted",
    "/tiles-shortproof, refused",
    "/tiles-badindex, refused",
    "/tiles-badorigin, refused",
    "/tiles-otherlog, refused"
  })
  void entriesAreHandedOn(String path, String outcome) throws IOException {
    VerificationKey key = services.key().publicKey();
    Bytes signature = services.key().sign(MESSAGE.toArray(), key.details());
    var verifier = new RekorV2.Verifier(false, key.spki(), key.details());
    LogEntry entry =
        new RekorV2(services.web(), services.at(path))
            .create(MESSAGE.sha256(), signature, verifier);
    var logged =
        new Logged(
            Evidence.Form.BUNDLE_0_3,
            signature,
            new Logged.Signer.Key(key),
            new Logged.Content.Message(MESSAGE));
    var logs = Services.trust().logs();
    switch (outcome) {
      case "counted" ->
          assertThat(LogVerifier.verify(entry, logged, logs))
              .isInstanceOf(LogVerdict.Counted.class);
      default ->
          assertThatThrownBy(() -> LogVerifier.verify(entry, logged, logs))
              .isInstanceOf(RefusedException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"logIndex\":\"1\",\"kindVersion\":{}}",
        "{\"logIndex\":\"-1\",\"logId\":{},\"kindVersion\":{},\"inclusionProof\":"
            + "{\"checkpoint\":{}}}",
        "{\"logId\":{},\"kindVersion\":{},\"inclusionProof\":{\"hashes\":[1]}}",
        "{\"logId\":{},\"kindVersion\":{},\"inclusionProof\":{}}"
      })
  void refusesBrokenAnswers(String text) {
    VerificationKey key = services.key().publicKey();
    Web web = request -> new WebAnswer(request.uri(), 201, Map.of(), Bytes.utf8(text));
    var log = new RekorV2(web, URI.create("https://log.test/"));
    var verifier = new RekorV2.Verifier(false, key.spki(), key.details());
    assertThatThrownBy(() -> log.create(MESSAGE.sha256(), MESSAGE, verifier))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void hostileAnswersEndInRefusals() throws IOException {
    VerificationKey key = services.key().publicKey();
    Bytes signature = services.key().sign(MESSAGE.toArray(), key.details());
    var verifier = new RekorV2.Verifier(false, key.spki(), key.details());
    URI base = services.at("/tiles");
    services.hostile(web -> {
      var _ = new RekorV2(web, base).create(MESSAGE.sha256(), signature, verifier);
    });
  }
}
