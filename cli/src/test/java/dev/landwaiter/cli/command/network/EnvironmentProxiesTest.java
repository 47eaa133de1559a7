package dev.landwaiter.cli.command.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.cli.flag.UsageException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentProxiesTest {
  private static boolean proxied(String except, String uri) throws UsageException {
    var proxies =
        EnvironmentProxies.of(
            Map.of("HTTPS_PROXY", "http://proxy.example:3128", "NO_PROXY", except));
    return proxies.select(URI.create(uri)).getFirst().type() == Proxy.Type.HTTP;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | https://r.example | true",
        "'' | http://r.example | false",
        "'' | https://localhost:5000 | false",
        "'' | https://127.0.0.1:5000 | false",
        "'' | https://[::1]:5000 | false",
        "* | https://r.example | false",
        "r.example | https://r.example | false",
        "R.Example | https://r.example:5000 | false",
        "example | https://r.example | false",
        "x.example, r.example | https://r.example | false",
        ".r.example | https://r.example | true",
        ".r.example | https://a.r.example | false",
        "*.r.example | https://r.example | true",
        "*.r.example | https://a.b.r.example | false",
        "r.example | https://other-r.example | true",
        "r.example:5000 | https://r.example:5000 | false",
        "r.example:5000 | https://r.example | true",
        "r.example:443 | https://r.example | false",
        "10.1.2.3 | https://10.1.2.3 | false",
        "2.3 | https://10.1.2.3 | true",
        "10.0.0.0/8 | https://10.1.2.3:5000 | false",
        "10.0.0.0/12 | https://10.16.2.3:5000 | true",
        "10.0.0.0/8 | https://r.example | true",
        "10.0.0.0/99 | https://10.1.2.3 | true",
        "fd00::/8 | https://[fd12::1]:5000 | false",
        "[fd12::1]:5000 | https://[fd12::1]:5000 | false",
        "fd12::1 | https://[fd12::1]:5000 | false",
      })
  void exceptionsHoldAsForDocker(String except, String uri, boolean expected)
      throws UsageException {
    assertThat(proxied(except, uri)).isEqualTo(expected);
  }

  @Test
  void theSmallNameWinsAndTheUsualPortIsEighty() throws UsageException {
    var proxies =
        EnvironmentProxies.of(
            Map.of("https_proxy", "small.example", "HTTPS_PROXY", "large.example"));
    assertThat(proxies.select(URI.create("https://r.example")))
        .containsExactly(
            new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("small.example", 80)));
  }

  @Test
  void whoWeAreIsForTheProxyOfThatAddress() throws UsageException {
    var proxies =
        EnvironmentProxies.of(
            Map.of("HTTPS_PROXY", "http://anna:p%40+%3A@proxy.example", "NO_PROXY", "r.example"));
    assertThat(proxies.authorization(URI.create("https://other.example/v2/")))
        .contains("Basic YW5uYTpwQCs6");
    assertThat(proxies.authorization(URI.create("https://r.example/v2/"))).isEmpty();
    assertThat(proxies.authorization(URI.create("http://other.example/v2/"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "socks5://proxy.example",
    "https://proxy.example",
    "http://a b",
    "http://s3cret:s3cret@",
    "http://anna:s3cret@proxy.example:70000"
  })
  void anythingElseIsRefusedWithoutShowingIt(String address) {
    assertThatThrownBy(() -> EnvironmentProxies.of(Map.of("HTTPS_PROXY", address)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageNotContaining("s3cret");
  }
}
