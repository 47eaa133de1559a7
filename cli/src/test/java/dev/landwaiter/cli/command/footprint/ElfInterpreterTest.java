package dev.landwaiter.cli.command.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElfInterpreterTest {
  @TempDir Path folder;

  @Test
  void theJavaProgramIsLoaded() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    assertThat(ElfInterpreter.of(java)).get().asString().startsWith("/").contains("ld-");
  }

  @Test
  void bothByteOrdersAreRead() throws IOException {
    assertThat(ElfInterpreter.of(executable(ByteOrder.LITTLE_ENDIAN, 64, 120))).contains("/ld.so");
    assertThat(ElfInterpreter.of(executable(ByteOrder.BIG_ENDIAN, 64, 120))).contains("/ld.so");
  }

  @Test
  void whatIsNoDynamicExecutableHasNone() throws IOException {
    assertThat(ElfInterpreter.of(Files.writeString(folder.resolve("sh"), "#!/bin/sh\n"))).isEmpty();
    assertThat(ElfInterpreter.of(Files.createFile(folder.resolve("empty")))).isEmpty();
  }

  @Test
  void headersThatPointNowhereHaveNone() throws IOException {
    assertThat(ElfInterpreter.of(executable(ByteOrder.LITTLE_ENDIAN, Long.MAX_VALUE, 120)))
        .isEmpty();
    assertThat(ElfInterpreter.of(executable(ByteOrder.LITTLE_ENDIAN, -1, 120))).isEmpty();
    assertThat(ElfInterpreter.of(executable(ByteOrder.LITTLE_ENDIAN, 64, Long.MAX_VALUE)))
        .isEmpty();
  }

  private Path executable(ByteOrder order, long table, long text) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(128);
    bytes.putInt(0x7f454c46).put((byte) 2).put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 2));
    bytes.order(order);
    bytes.putLong(32, table).putShort(54, (short) 56).putShort(56, (short) 1);
    bytes.putInt(64, 3).putLong(72, text).putLong(96, 7);
    bytes.position(120).put("/ld.so\0\0".getBytes(StandardCharsets.US_ASCII));
    return Files.write(folder.resolve(order + "-" + table + "-" + text), bytes.array());
  }
}
