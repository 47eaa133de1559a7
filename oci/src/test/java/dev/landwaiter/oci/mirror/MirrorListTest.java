package dev.landwaiter.oci.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.Hubs;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Route;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirrorListTest {
  private static List<String> routes(MirrorList list, String reference) throws IOException {
    return list.routes(Reference.parse(reference)).stream()
        .map(Route::address)
        .map(a -> "%s|%s|%s|%s".formatted(a.scheme(), a.host(), a.root(), a.prefix()))
        .toList();
  }

  @Test
  void mirrorsOfOneHostStandInOrder() throws IOException {
    var list =
        MirrorList.of(
            List.of(
                "docker.io=https://m.example:444/proxy/hub/",
                "http://n.example",
                "r.example:5000=o.example",
                "index.docker.io=127.0.0.1:5000"));
    assertThat(routes(list, "alpine"))
        .containsExactly(
            "https|m.example:444|/v2/|proxy/hub/", "http|n.example|/v2/|", "|127.0.0.1:5000|/v2/|");
    assertThat(routes(list, "r.example:5000/app")).containsExactly("|o.example|/v2/|");
    assertThat(routes(list, "r.example/app")).isEmpty();
  }

  @Test
  void theHubAsAMirrorIsItsInterface() throws IOException {
    assertThat(routes(MirrorList.of(List.of("r.example=docker.io")), "r.example/app"))
        .containsExactly("|" + Hubs.DOCKER_HUB_API + "|/v2/|");
  }

  @ParameterizedTest
  @CsvSource({
    "m.example, wants HOST=MIRROR",
    "=m.example, wants HOST=MIRROR",
    "r.example=ftp://m.example, is not [http://",
    "r.example=https://anna:s3cret@m.example, is not [http://",
    "r.example=https://m.example?a=b, is not [http://",
    "r.example=m_m.example:70000, is not [http://",
    "r.example=, is not [http://",
  })
  void anythingElseIsRefused(String element, String says) {
    assertThatThrownBy(() -> MirrorList.of(List.of(element)))
        .hasMessageContaining("--registry-mirror")
        .hasMessageContaining(says)
        .hasMessageNotContaining("s3cret");
  }
}
