package dev.landwaiter.signing.notation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistinguishedNameTest {
  @CsvSource(
      delimiter = '|',
      value = {
        "O=acme|acme",
        " O = acme |acme",
        "O=a\\,b|a,b",
        "O=a\\2Cb|a,b",
        "O=a b|a b",
        "'O=\\ a\\ '|' a '",
        "O=\\C3\\A9|é",
        "O=é|é",
        "O=a\\\\b|a\\b",
        "O=a=b|a=b",
        "O=a\\+b|a+b",
      })
  @ParameterizedTest
  void values(String text, String value) throws RefusedException {
    assertThat(DistinguishedName.parse("here", text).attributes()).isEqualTo(Map.of("O", value));
  }

  @ValueSource(
      strings = {
        "",
        " ",
        "O",
        "=a",
        "O=",
        "O=a,",
        "O=a,,C=b",
        ",O=a",
        "O=a;C=b",
        "O=\"a\"",
        "O=<a>",
        "O=a+C=b",
        "O=#04",
        "O=a\\",
        "O=a\\x",
        "O=a\\4",
        "O=a,O=b",
        "S=a,ST=b",
        "O_=a",
        "Ö=a",
      })
  @ParameterizedTest
  void wrongOnes(String text) {
    assertThatThrownBy(() -> DistinguishedName.parse("here", text))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.PARSE));
  }

  private static DistinguishedName of(String name) throws IOException {
    return DistinguishedName.of("here", Bytes.of(new X500Name(name).getEncoded()));
  }

  @Test
  void namesOfCertificates() throws IOException {
    assertThat(of("C=US,ST=WA,O=acme,OU=x,CN=y,L=z,2.5.4.97=more").attributes())
        .containsAllEntriesOf(
            Map.of("C", "US", "ST", "WA", "O", "acme", "OU", "x", "CN", "y", "L", "z"))
        .containsKey("2.5.4.97");
    for (String wrong : new String[] {"O=a+OU=b", "OU=a,OU=b"}) {
      assertThatThrownBy(() -> of(wrong))
          .isInstanceOfSatisfying(
              RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.IDENTITY));
    }
    assertThat(DistinguishedName.parse("here", "O=acme,C=US").isWithin(of("C=US,ST=WA,O=acme")))
        .isTrue();
    assertThat(of("C=US,ST=WA,O=acme").isWithin(of("C=US,O=acme"))).isFalse();
  }
}
