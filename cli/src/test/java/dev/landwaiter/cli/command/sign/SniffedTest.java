package dev.landwaiter.cli.command.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SniffedTest {
  /// Starts in hex with what Go's detection makes of them.
  @ParameterizedTest
  @CsvSource({
    "'',text/plain",
    "68690a,text/plain",
    "efbbbf68,text/plain",
    "7b7d,text/plain",
    "0061736d01000000,application/wasm",
    "1f8b0800,application/x-gzip",
    "504b0304,application/zip",
    "255044462d,application/pdf",
    "89504e470d0a1a0a,image/png",
    "3c3f786d6c,text/xml",
    "20203c68746d6c3e,text/html",
    "3c48544d4c20,text/html",
    "3c68746d6c,text/plain",
    "00010203,application/octet-stream",
    "6162630b,application/octet-stream"
  })
  void typesByTheirStart(String hex, String type) {
    assertThat(Sniffed.type(Bytes.hex(hex))).isEqualTo(type);
  }
}
