package dev.landwaiter.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
  private static final String HEX =
      "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

  @ParameterizedTest
  @CsvSource({
    "alpine, index.docker.io/library/alpine:latest, alpine:latest",
    "alpine:3.10, index.docker.io/library/alpine:3.10, alpine:3.10",
    "docker.io/alpine, index.docker.io/library/alpine:latest, alpine:latest",
    "docker.io/library/alpine:3, index.docker.io/library/alpine:3, alpine:3",
    "index.docker.io/team/app, index.docker.io/team/app:latest, team/app:latest",
    "team/app:v1, index.docker.io/team/app:v1, team/app:v1",
    "library/team/app, index.docker.io/library/team/app:latest, library/team/app:latest",
    "localhost/app, localhost/app:latest, localhost/app:latest",
    "localhost:5000/app:1, localhost:5000/app:1, localhost:5000/app:1",
    "registry.example:5000/a/b__c/d-e.f, registry.example:5000/a/b__c/d-e.f:latest,"
        + " registry.example:5000/a/b__c/d-e.f:latest",
    "Registry.Example/app, registry.example/app:latest, registry.example/app:latest",
    "[::1]:5000/app, [::1]:5000/app:latest, [::1]:5000/app:latest",
    "a---b, index.docker.io/library/a---b:latest, a---b:latest",
  })
  void fillsInDockersDefaults(String text, String canonical, String familiar)
      throws ImageException {
    var reference = Reference.parse(text);
    assertThat(reference).hasToString(canonical);
    assertThat(reference.familiar()).isEqualTo(familiar);
    assertThat(Reference.parse(canonical)).isEqualTo(reference);
  }

  @ParameterizedTest
  @CsvSource({"app, ''", "app:1, 1", "host.example:80/app:1, 1"})
  void aDigestDecides(String name, String tag) throws ImageException {
    var reference = Reference.parse(name + "@sha256:" + HEX);
    assertThat(reference.identifier()).isEqualTo("sha256:" + HEX);
    assertThat(reference.tag()).isEqualTo(tag);
    assertThat(reference.toString()).endsWith("app@sha256:" + HEX);
  }

  @ParameterizedTest
  @CsvSource({"alpine, registry-1.docker.io", "localhost:5000/a, localhost:5000"})
  void knowsWhomToAsk(String text, String host) throws ImageException {
    assertThat(Reference.parse(text).apiHost()).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/app",
        "app/",
        "App",
        "team/App",
        "Team/app",
        "a//b",
        "a___b",
        "a..b",
        "-a",
        "a-",
        "app:",
        "app:-1",
        "app:a/b",
        "app@",
        "app@sha256:12",
        "app@sha256:" + HEX + "00",
        "http://host.example/app",
        "host.example:99999/app",
        "host..example/app",
        "host.example/",
        "a b",
        "app\0",
        "app:tag\n",
        HEX,
        "../app",
        "host.example/../app",
        "user:secret@host.example/app",
        "host.example?x/app",
        "[::1/app",
      })
  void refusesWhatIsNoReference(String text) {
    assertThatThrownBy(() -> Reference.parse(text))
        .isInstanceOfSatisfying(
            ImageException.class, e -> assertThat(e.code()).isEqualTo(ImageException.Code.INVALID));
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 256, 1_000_000})
  void boundsThePath(int length) {
    String text = "localhost/" + "a".repeat(length);
    if (length <= 255) {
      org.assertj.core.api.Assertions.assertThatNoException()
          .isThrownBy(() -> Reference.parse(text));
    } else {
      assertThatThrownBy(() -> Reference.parse(text)).isInstanceOf(ImageException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"app@md5:12", "app@blake3:" + HEX})
  void saysThatADigestAlgorithmIsNotSupported(String text) {
    assertThatThrownBy(() -> Reference.parse(text))
        .isInstanceOfSatisfying(
            ImageException.class,
            e -> assertThat(e.code()).isEqualTo(ImageException.Code.UNSUPPORTED));
  }
}
