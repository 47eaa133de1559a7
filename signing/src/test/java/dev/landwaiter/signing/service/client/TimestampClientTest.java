package dev.landwaiter.signing.service.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebAnswer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TimestampClientTest {
  private static final URI ADDRESS = URI.create("https://tsa.test/api/v1/timestamp");
  private static final Bytes SIGNATURE = Bytes.utf8("a signature");

  private static RandomGenerator chance() {
    return new Random(7);
  }

  private static Web answering(Bytes response) {
    return request -> new WebAnswer(request.uri(), 200, Map.of(), response);
  }

  private static Bytes granted() throws IOException {
    try (Services services = Services.start()) {
      URI address = services.at("/tsa/api/v1/timestamp");
      return new TimestampClient(services.web(), address, chance()).stamp(SIGNATURE);
    }
  }

  @Test
  void isGrantedATimestamp() throws IOException {
    Bytes response = granted();
    assertThat(response.toHex()).contains(SIGNATURE.sha256().toHex());
    // The same chance draws the same nonce.
    assertThat(new TimestampClient(answering(response), ADDRESS, chance()).stamp(SIGNATURE))
        .isEqualTo(response);
  }

  @Test
  void refusesTheAnswerToAnotherRequest() throws IOException {
    Bytes response = granted();
    RandomGenerator other = new Random(8);
    assertThatThrownBy(
            () -> new TimestampClient(answering(response), ADDRESS, other).stamp(SIGNATURE))
        .hasMessageContaining("its nonce is not ours");
  }

  @Test
  void refusesARejection() {
    Bytes rejected = Bytes.hex("30053003020102");
    assertThatThrownBy(
            () -> new TimestampClient(answering(rejected), ADDRESS, chance()).stamp(SIGNATURE))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.kind()).isEqualTo(FailureClass.TIME))
        .hasMessageContaining("gave no timestamp");
  }

  @Test
  void cutAnswersAreRefused() throws IOException {
    Bytes response = granted();
    for (int end = 0; end < response.size(); end++) {
      var client = new TimestampClient(answering(response.slice(0, end)), ADDRESS, chance());
      assertThatThrownBy(() -> client.stamp(SIGNATURE)).isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void changedAnswersEndInNothingWorseThanARefusal() throws IOException {
    byte[] response = granted().toArray();
    for (int i = 0; i < response.length * 8; i++) {
      byte[] changed = response.clone();
      changed[i / 8] ^= (byte) (1 << (i % 8));
      var client = new TimestampClient(answering(Bytes.of(changed)), ADDRESS, chance());
      try {
        assertThat(client.stamp(SIGNATURE).size()).isEqualTo(response.length);
      } catch (RefusedException e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
  }
}
