package dev.landwaiter.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8080 | :8080",
        ":8080 | :8080",
        "127.0.0.1:80 | 127.0.0.1:80",
        "[::1]:80 | [::1]:80",
        "65535 | :65535",
        "abc | invalid port: \"abc\"",
        "0 | invalid port: \"0\"",
        "70000 | invalid port: \"70000\"",
        "localhost:80 | invalid IP address: \"localhost\"",
        "127.0.0.1: | invalid port: \"\"",
        "1.2.3:80 | invalid IP address: \"1.2.3\"",
        "1.2.3.256:80 | invalid IP address: \"1.2.3.256\"",
        "::1:80 | address ::1:80: too many colons in address",
        "[::1:80 | address [::1:80: missing ']' in address",
        "[g::1]:80 | invalid IP address: \"g::1\"",
        "-1 | invalid port: \"-1\"",
      })
  void areRead(String text, String expected) {
    String read;
    try {
      read = ListenAddress.parse(text).toString();
    } catch (ListenAddress.InvalidAddressException e) {
      read = e.getMessage();
    }
    assertThat(read).isEqualTo(expected);
  }
}
