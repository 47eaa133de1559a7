package dev.landwaiter.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImageConfigTest {
  private static ImageConfig parse(String json) throws ImageException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    return ImageConfig.parse("test", body, Limits.STANDARD);
  }

  private static String config(String history) {
    return "{\"os\":\"linux\",\"architecture\":\"amd64\",\"rootfs\":{\"diff_ids\":[\"sha256:%s\",\"sha256:%s\"]},\"history\":[%s]}"
        .formatted("a".repeat(64), "b".repeat(64), history);
  }

  @Test
  void tellsWhatMadeEachLayer() throws ImageException {
    String json =
        config(
            """
            {"created_by":"/bin/sh -c #(nop) ADD file:1 in / "},
            {"created_by":"/bin/sh -c #(nop)  CMD [\\"sh\\"]","empty_layer":true},
            {"created_by":"RUN /bin/sh -c make # buildkit"}
            """);
    var config = parse(json);
    assertThat(config.createdBy())
        .containsExactly("ADD file:1 in /", "RUN /bin/sh -c make # buildkit");
    assertThat(config.id()).isEqualTo(Digest.sha256(json.getBytes(StandardCharsets.UTF_8)));
    assertThat(config.platform()).hasToString("linux/amd64");
  }

  @Test
  void tellsNothingWhenHistoryAndLayersDiffer() throws ImageException {
    assertThat(parse(config("{\"created_by\":\"one\"}")).createdBy()).containsExactly("", "");
  }

  @Test
  void wantsAsManyLayersAsDiffIds() throws ImageException {
    var config = parse(config(""));
    assertThatThrownBy(() -> config.requireLayers("test", 3))
        .hasMessageContaining("3 layers, but the configuration has 2 diff ids");
  }

  @Test
  void refusesDiffIdsThatAreNone() {
    assertThatThrownBy(() -> parse("{\"rootfs\":{\"diff_ids\":[\"sha256:1\"]}}"))
        .hasMessageContaining("not a digest");
  }
}
