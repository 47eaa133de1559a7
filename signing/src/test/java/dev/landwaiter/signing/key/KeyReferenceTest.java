package dev.landwaiter.signing.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyReferenceTest {
  @Test
  void tellsWhereAKeyIs() throws Exception {
    assertThat(KeyReference.parse("a/cosign.pub"))
        .isEqualTo(new KeyReference.InFile("a/cosign.pub"));
    assertThat(KeyReference.parse("env://KEY"))
        .isEqualTo(new KeyReference.InVariable("env://KEY", "KEY"));
    assertThat(KeyReference.parse("k8s://space/name"))
        .isEqualTo(new KeyReference.InCluster("k8s://space/name", "space", "name"));
    assertThat(KeyReference.parse("https://host.example/k?x"))
        .isEqualTo(
            new KeyReference.AtAddress(
                "https://host.example/k?x", URI.create("https://host.example/k?x")));
    assertThat(KeyReference.parse("pkcs11:token=t")).isInstanceOf(KeyReference.OnToken.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "env://",
        "k8s://",
        "k8s://a",
        "k8s://a/",
        "k8s:///b",
        "k8s://a/b/c",
        "https://",
        "http://a b",
        "pkcs11:nothing=1"
      })
  void refusesWhatIsMalformed(String text) {
    var refused = catchThrowableOfType(RefusedException.class, () -> KeyReference.parse(text));
    assertThat(refused.kind()).isEqualTo(FailureClass.USAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "awskms:///alias/k", "gcpkms://projects/p", "azurekms://v/k", "hashivault://k",
        "openbao://k", "gitlab://p", "github://o/r", "nokms://x"
      })
  void saysWhatIsBuiltWhereAServiceIsNot(String text) {
    var refused = catchThrowableOfType(RefusedException.class, () -> KeyReference.parse(text));
    assertThat(refused.kind()).isEqualTo(FailureClass.USAGE);
    assertThat(refused).hasMessageContaining(text).hasMessageContaining(KeyReference.BUILT);
  }

  @Test
  void readsTheUriOfAToken() throws Exception {
    TokenUri uri =
        TokenUri.parse(
            "pkcs11:token=My%20token;slot-id=7;id=%00%FF;object=k"
                + "?module-path=/lib/m.so&pin-value=12%2334");
    assertThat(uri.text("token")).contains("My token");
    assertThat(uri.slot()).hasValue(7);
    assertThat(uri.id().orElseThrow().toHex()).isEqualTo("00ff");
    assertThat(uri.text("object")).contains("k");
    assertThat(uri.module()).contains("/lib/m.so");
    assertThat(uri.pin().orElseThrow().toText()).isEqualTo("12#34");
    assertThat(uri.toString()).doesNotContain("12");
  }

  @ParameterizedTest
  @CsvSource({
    "pkcs11:token",
    "pkcs11:=x",
    "pkcs11:token=a;token=b",
    "pkcs11:id=%0",
    "pkcs11:id=%zz",
    "pkcs11:slot-id=x",
    "pkcs11:token=a?pin-source=file:/pin",
    "pkcs11:token=a?module-name=m",
    "pkcs11:pin-value=1234"
  })
  void refusesWrongUris(String text) {
    var refused = catchThrowableOfType(RefusedException.class, () -> TokenUri.parse(text));
    assertThat(refused.kind()).isEqualTo(FailureClass.USAGE);
    assertThat(refused).hasMessageNotContaining("1234");
  }
}
