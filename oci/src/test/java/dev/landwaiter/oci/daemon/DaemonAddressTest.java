package dev.landwaiter.oci.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.ImageException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaemonAddressTest {
  @ParameterizedTest
  @CsvSource({
    "unix:///run/x.sock, unix:///run/x.sock",
    "/run/x.sock, unix:///run/x.sock",
    "tcp://127.0.0.1:2376, tcp://127.0.0.1:2376",
    "tcp://engine, tcp://engine:2375",
    "http://engine:80, tcp://engine:80",
  })
  void reads(String text, String address) throws ImageException {
    assertThat(DaemonAddress.parse(text)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ssh://me@host", "npipe:////./pipe/x", "tcp://", "tcp://host:99999", "x y"})
  void refuses(String text) {
    assertThatThrownBy(() -> DaemonAddress.parse(text))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("unix:///PATH and tcp://HOST:PORT are");
  }
}
