package dev.landwaiter.signing.trust.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.trust.SigningConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningConfigReaderTest {
  private static String recorded(String name) throws IOException {
    return Files.readString(TrustedRootReaderTest.TRUST.resolve(name));
  }

  private static SigningConfig read(String text) throws RefusedException {
    return SigningConfigReader.read("config", Bytes.utf8(text));
  }

  @Test
  void whatIsNotKnownIsPassedOver() throws IOException {
    String good = recorded("sc-full-tsa.json");
    assertThat(read(good.replaceFirst("\\{", "{\"colour\":\"red\","))).isEqualTo(read(good));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "signingconfig.v0.2+json | signingconfig.v0.1+json | mediaType",
        "\"ANY\" | \"SOME\" | SOME",
        "\"ANY\" | \"EXACT\" | EXACT",
        "\"ANY\" | \"EXACT\",\"count\":-1 | count",
        "\"majorApiVersion\":1 | \"majorApiVersion\":\"x\" | majorApiVersion",
        "\"majorApiVersion\":1 | \"majorApiVersion\":4294967297 | majorApiVersion",
        "\"url\" | \"uri\" | url",
        "2024-01-01T00:00:00Z | 2024-01-01 | 2024-01-01",
        "{\"url\" | 7,{\"url\" | object",
      })
  void oneThingWrongIsNamed(String what, String instead, String named) throws IOException {
    String good = recorded("sc-full-tsa.json");
    assertThat(good).contains(what);
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> read(good.replace(what, instead)));
    assertThat(refused).isNotNull().hasMessageContaining(named);
    assertThat(refused.kind()).isEqualTo(FailureClass.PARSE);
  }

  @Test
  void aConfigForClientsHoldsBoth() throws IOException {
    String root = recorded("root-all.json");
    String config = recorded("sc-full-tsa.json");
    String both =
        "{\"mediaType\":\"application/vnd.dev.sigstore.clienttrustconfig.v0.1+json\","
            + "\"trustedRoot\":%s,\"signingConfig\":%s}".formatted(root, config);
    ClientTrustConfig read = ClientTrustConfig.read("trust", Bytes.utf8(both));
    assertThat(read.trustedRoot()).isEqualTo(TrustedRootReaderTest.read(root));
    assertThat(read.signingConfig()).isEqualTo(read(config));
    for (String wrong :
        new String[] {
          both.replace("clienttrustconfig.v0.1", "clienttrustconfig.v0.9"),
          both.replace("\"signingConfig\"", "\"signing\""),
          both.replace("\"trustedRoot\":" + root + ",", ""),
          both.replace("SHA2_256", "SHA2_512"),
        }) {
      RefusedException refused =
          catchThrowableOfType(
              RefusedException.class, () -> ClientTrustConfig.read("trust", Bytes.utf8(wrong)));
      assertThat(refused.kind()).isEqualTo(FailureClass.TRUST_ROOT);
    }
  }

  @Test
  void damageEndsOnlyInRefusal() throws IOException {
    byte[] good = Bytes.utf8(recorded("sc-full-tsa.json")).toArray();
    for (int at = 0; at < good.length; at++) {
      tryOut(Arrays.copyOf(good, at));
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = good.clone();
        flipped[at] ^= (byte) (1 << bit);
        tryOut(flipped);
      }
    }
  }

  private static void tryOut(byte[] text) {
    try {
      SigningConfigReader.read("config", Bytes.of(text));
    } catch (RefusedException e) {
      assertThat(e.kind()).isIn(FailureClass.PARSE, FailureClass.LIMIT);
    }
  }
}
