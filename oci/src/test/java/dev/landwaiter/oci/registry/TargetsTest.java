package dev.landwaiter.oci.registry;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.ImageException;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
  @ParameterizedTest
  @CsvSource({
    "https://r.example/v2/, https://auth.example/token",
    "https://r.example/v2/, https://r.example:8443/token",
    "https://10.0.0.7/v2/, https://10.0.0.7:5001/token",
    "http://127.0.0.1:5000/v2/, http://127.0.0.1:5001/token",
    "https://r.example/v2/, https://203.0.113.9/token",
    "https://r.example/v2/, https://[2001:db8::1]/token",
    "http://r.example/v2/, http://auth.example/token",
  })
  void allowed(URI registry, URI target) {
    assertThatCode(() -> Targets.check(registry, registry, target, "token service"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "https://r.example/v2/, http://auth.example/token, leaves HTTPS",
    "https://r.example/v2/, http://r.example/token, leaves HTTPS",
    "https://r.example/v2/, https://127.0.0.1/token, private",
    "https://r.example/v2/, https://10.1.2.3/token, private",
    "https://r.example/v2/, https://172.16.0.1/token, private",
    "https://r.example/v2/, https://192.168.0.1/token, private",
    "https://r.example/v2/, https://169.254.169.254/token, private",
    "https://r.example/v2/, https://100.64.0.1/token, private",
    "https://r.example/v2/, https://0.0.0.0/token, private",
    "https://r.example/v2/, https://0x7f.1/token, no http",
    "https://r.example/v2/, https://0177.0.0.1/token, private",
    "https://r.example/v2/, https://2130706433/token, private",
    "https://r.example/v2/, https://127.0.0.1./token, no http",
    "https://r.example/v2/, https://[::1]/token, private",
    "https://r.example/v2/, https://[::]/token, private",
    "https://r.example/v2/, https://[::ffff:127.0.0.1]/token, private",
    "https://r.example/v2/, https://[fe80::1]/token, private",
    "https://r.example/v2/, https://[fd00::1]/token, private",
    "https://r.example/v2/, https://[64:ff9b::7f00:1]/token, private",
    "https://r.example/v2/, https://localhost/token, private",
    "https://r.example/v2/, https://a.localhost/token, private",
    "https://10.0.0.7/v2/, https://10.0.0.8/token, private",
    "https://r.example/v2/, file:///etc/passwd, no http",
    "https://r.example/v2/, //, no http",
    "https://r.example/v2/, https:token, no http",
    "https://r.example/v2/, https://me:pw@auth.example/token, carries a user name",
    "https://r.example/v2/, https://auth.example:70000/token, no http",
  })
  void refused(URI registry, String target, String why) {
    URI uri = target.equals("//") ? URI.create("") : URI.create(target);
    assertThatThrownBy(() -> Targets.check(registry, registry, uri, "token service"))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining(why)
        .message()
        .doesNotContain("me:pw");
  }
}
