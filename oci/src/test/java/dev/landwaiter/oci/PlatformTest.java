package dev.landwaiter.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
  private static final String INDEX =
      """
      {"schemaVersion":2,"manifests":[
       {"digest":"sha256:D0","size":1,"platform":{"os":"unknown","architecture":"unknown"}},
       {"digest":"sha256:D1","size":1,"platform":{"os":"linux","architecture":"arm","variant":"v6"}},
       {"digest":"sha256:D2","size":1,"platform":{"os":"linux","architecture":"arm"}},
       {"digest":"sha256:D3","size":1,"annotations":{"vnd.docker.reference.type":"attestation-manifest"}},
       {"digest":"sha256:D4","size":1},
       {"digest":"sha256:D5","size":1,"platform":{"os":"linux","architecture":"arm64","variant":"v8"}},
       {"digest":"sha256:D6","size":1,"platform":{"os":"windows","architecture":"amd64","os.version":"10.1"}},
       {"digest":"sha256:D7","size":1,"platform":{"os":"windows","architecture":"amd64","os.version":"10.2"}},
       {"digest":"sha256:D8","size":1,"platform":{"os":"linux","architecture":"riscv64","os.features":["x"]}}
      ]}
      """;

  private static Index index() throws ImageException {
    String json = INDEX;
    for (int i = 0; i < 9; i++) {
      json = json.replace("D" + i, Integer.toString(i).repeat(64));
    }
    return (Index)
        Document.parse("test", json.getBytes(StandardCharsets.UTF_8), "", Limits.STANDARD);
  }

  @ParameterizedTest
  @CsvSource({
    "linux/amd64, 4",
    "linux/x86_64, 4",
    "linux/arm, 1",
    "linux/arm/v7, 2",
    "linux/armhf, 2",
    "linux/arm64, 5",
    "linux/aarch64, 5",
    "linux/arm64/v8, 5",
    "Linux/ARM64, 5",
    "/arm64, 5",
    "windows/amd64, 6",
    "windows/amd64:10.2, 7",
    "linux/riscv64, 8",
    "windows, 6",
  })
  void isFoundInAnIndex(String wanted, int entry) throws ImageException {
    var chosen = index().select("test", Optional.of(Platform.parse(wanted)));
    assertThat(chosen.digest().encoded()).isEqualTo(Integer.toString(entry).repeat(64));
  }

  @Test
  void isLinuxOnAmd64WhenNobodyAsks() throws ImageException {
    assertThat(index().select("test", Optional.empty()).digest().encoded()).startsWith("4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux/s390x", "unknown/unknown", "linux/arm64/v9", "windows/amd64:9"})
  void mayBeMissing(String wanted) throws ImageException {
    var platform = Optional.of(Platform.parse(wanted));
    var index = index();
    assertThatThrownBy(() -> index.select("test", platform))
        .hasMessageContaining("there are: linux/arm/v6, linux/arm, linux/amd64")
        .isInstanceOfSatisfying(
            ImageException.class,
            e -> assertThat(e.code()).isEqualTo(ImageException.Code.NOT_FOUND));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/b/c/d"})
  void mayBeNone(String text) {
    assertThatThrownBy(() -> Platform.parse(text)).isInstanceOf(ImageException.class);
  }
}
