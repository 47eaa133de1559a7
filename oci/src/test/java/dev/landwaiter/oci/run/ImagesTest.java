package dev.landwaiter.oci.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageException.Code;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Waiting;
import dev.landwaiter.oci.daemon.SavedArchive;
import dev.landwaiter.oci.daemon.TestEngine;
import dev.landwaiter.oci.registry.Logins;
import dev.landwaiter.oci.registry.RegistryOptions;
import dev.landwaiter.oci.registry.TlsOptions;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesTest {
  @TempDir Path folder;

  private static Network network(boolean offline, String docker, String podman) {
    var waiting =
        new Waiting(
            InstantSource.system(),
            duration -> {},
            new Random(7),
            Instant.now().plusSeconds(120),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));
    return new Network(
        offline,
        new RegistryOptions(Logins.NONE, TlsOptions.STRICT, HttpClient.Builder.NO_PROXY, waiting),
        new Sockets(docker, podman));
  }

  private static ImageRequest request(String target, List<ImageSource> sources, Network network) {
    return new ImageRequest(target, sources, Optional.empty(), network, Limits.STANDARD);
  }

  @Test
  void theFirstSourceThatHasTheImageWins() throws IOException {
    try (var docker = TestEngine.at(folder.resolve("d.sock"));
        var podman = TestEngine.at(folder.resolve("p.sock"))) {
      SavedArchive.of("app:docker", "from docker").into(docker, "app:1");
      SavedArchive.of("app:podman", "from podman").into(podman, "app:1");
      SavedArchive.of("app:podman", "from podman").into(podman, "app:2");
      Network network = network(false, docker.address(), podman.address());
      try (Image image = Images.open(request("app:1", ImageSource.ALL, network))) {
        assertThat(image.repoTags()).containsExactly("app:docker");
      }
      assertThat(podman.requests()).isEmpty();
      var podmanFirst = List.of(ImageSource.PODMAN, ImageSource.DOCKER);
      try (Image image = Images.open(request("app:1", podmanFirst, network))) {
        assertThat(image.repoTags()).containsExactly("app:podman");
      }
      try (Image image = Images.open(request("app:2", ImageSource.ALL, network))) {
        assertThat(image.repoTags()).containsExactly("app:podman");
      }
    }
  }

  @Test
  void allErrorsAreToldWithTheCodeOfTheRegistry() throws IOException {
    try (var docker = TestEngine.at(folder.resolve("d.sock"))) {
      Network network = network(false, docker.address(), folder.resolve("none.sock").toString());
      assertThatThrownBy(() -> Images.open(request("127.0.0.1:1/app:1", ImageSource.ALL, network)))
          .hasMessageMatching(
              """
              cannot open image 127.0.0.1:1/app:1
                docker: docker has no such image: .*
                containerd: not built: .*
                podman: there is no socket .*none.sock
                remote: cannot reach 127.0.0.1:1: the connection is refused\
              """)
          .satisfies(e -> assertThat(((ImageException) e).code()).isEqualTo(Code.UNREACHABLE));
      assertThatThrownBy(() -> Images.open(request("a:1", List.of(ImageSource.DOCKER), network)))
          .satisfies(e -> assertThat(((ImageException) e).code()).isEqualTo(Code.NOT_FOUND));
      assertThatThrownBy(() -> Images.open(request("a:1", List.of(), network)))
          .hasMessageContaining("no source");
    }
  }

  @Test
  void aWrongReferenceIsRefusedBeforeAnythingIsAsked() throws IOException {
    try (var docker = TestEngine.at(folder.resolve("d.sock"))) {
      Network network = network(false, docker.address(), docker.address());
      assertThatThrownBy(() -> Images.open(request("App:1", ImageSource.ALL, network)))
          .hasMessageContaining("lower case");
      assertThat(docker.requests()).isEmpty();
    }
  }

  @Test
  void offlineNothingIsAskedButFilesAreRead() throws IOException {
    try (var docker = TestEngine.at(folder.resolve("d.sock"))) {
      SavedArchive.of("app:1", "base").into(docker, "app:1");
      Network network = network(true, docker.address(), docker.address());
      assertThatThrownBy(() -> Images.open(request("app:1", ImageSource.ALL, network)))
          .hasMessageContaining("offline")
          .hasMessageContaining("--input");
      assertThat(docker.requests()).isEmpty();
    }
    String file = Shared.path("images/alpine-310.docker.tar.gz").toString();
    try (Image image = Images.openFile(file, Optional.empty(), Limits.STANDARD)) {
      assertThat(image.repoTags()).containsExactly("alpine:3.10");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', unix:///var/run/docker.sock, unix:///run/podman/podman.sock",
    "'', '', /run/user/7, unix:///var/run/docker.sock, unix:///run/user/7/podman/podman.sock",
    "tcp://h:1, /x.sock, /run/user/7, tcp://h:1, /x.sock",
  })
  void usualSockets(String docker, String podman, String folder, String first, String second) {
    assertThat(Sockets.of(docker, podman, folder)).isEqualTo(new Sockets(first, second));
  }

  @Test
  void sourcesHaveNames() {
    assertThat(ImageSource.ALL)
        .extracting(ImageSource::id)
        .containsExactly("docker", "containerd", "podman", "remote");
    assertThat(ImageSource.byId("podman")).contains(ImageSource.PODMAN);
    assertThat(ImageSource.byId("PODMAN")).isEmpty();
  }
}
