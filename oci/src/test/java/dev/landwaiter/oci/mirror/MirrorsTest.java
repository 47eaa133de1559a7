package dev.landwaiter.oci.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Route;
import dev.landwaiter.oci.registry.TlsOptions;
import dev.landwaiter.oci.registry.TlsOptions.ClientCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirrorsTest {
  private static final ClientCertificate GIVEN =
      new ClientCertificate(Path.of("given.pem"), Path.of("given.key"));
  private static final TlsOptions USUAL =
      new TlsOptions(false, List.of(Path.of("ca.pem")), List.of(GIVEN));

  @TempDir Path folder;

  private List<Route> routes(String reference) throws IOException {
    return routes(MirrorList.EMPTY, reference);
  }

  private List<Route> routes(MirrorList listed, String reference) throws IOException {
    return new Mirrors(
            listed, List.of(folder.resolve("hosts")), List.of(folder.resolve("certs")), USUAL)
        .of(Reference.parse(reference));
  }

  private Path hosts(String name, String content) throws IOException {
    Path host = Files.createDirectories(folder.resolve("hosts").resolve(name));
    Files.writeString(host.resolve("hosts.toml"), content);
    return host;
  }

  private static List<String> names(List<Route> routes) {
    return routes.stream()
        .map(route -> {
          Route.Address a = route.address();
          return "%s|%s|%s|%s|%s"
              .formatted(a.scheme(), a.host(), a.root(), route.resolves(), route.namespace());
        })
        .toList();
  }

  @Test
  void withoutAnythingTheRegistryIsAskedItself() throws IOException {
    assertThat(routes("r.example/app")).containsExactly(Route.to("r.example"));
    assertThat(routes("alpine")).containsExactly(Route.to("registry-1.docker.io"));
  }

  @Test
  void hostsStandInTheOrderOfTheFileAndTheRegistryLast() throws IOException {
    Path host =
        hosts(
            "docker.io",
            """
            server = "https://registry-1.docker.io"
            [host."https://z.example"]
              capabilities = ["pull", "resolve"]
              ca = "z.crt"
              client = [["z.cert", "/z/z.key"], ["both.pem", ""]]
              [host."https://z.example".header]
                x-token = ["s3cret", "more"]
            [host."http://a.example:5000/v2/hub"]
              capabilities = ["pull"]
              override_path = true
              skip_verify = true
            [host."https://push.example"]
              capabilities = ["push"]
            [host."m.example/some"]
            """);
    List<Route> routes = routes("alpine:3");
    assertThat(names(routes))
        .containsExactly(
            "https|z.example|/v2/|true|docker.io",
            "http|a.example:5000|/v2/hub/|false|docker.io",
            "https|m.example|/some/v2/|true|docker.io",
            "https|registry-1.docker.io|/v2/|true|");
    assertThat(routes.getFirst().tls())
        .contains(
            new TlsOptions(
                false,
                List.of(Path.of("ca.pem"), host.resolve("z.crt")),
                List.of(
                    new ClientCertificate(host.resolve("z.cert"), Path.of("/z/z.key")),
                    new ClientCertificate(host.resolve("both.pem"), host.resolve("both.pem")))));
    assertThat(routes.getFirst().headers()).isEqualTo(Map.of("x-token", "s3cret, more"));
    assertThat(routes.toString()).doesNotContain("s3cret");
    assertThat(routes.get(1).tls()).contains(new TlsOptions(true, USUAL.caFiles(), List.of()));
    assertThat(routes.getLast().tls()).contains(USUAL);
  }

  @Test
  void aServerElsewhereIsTheLast() throws IOException {
    hosts("r.example", "server = \"https://s.example\"\n[host.\"https://m.example\"]\n");
    assertThat(names(routes("r.example/app")))
        .containsExactly(
            "https|m.example|/v2/|true|r.example", "https|s.example|/v2/|true|r.example");
  }

  @Test
  void aPortStandsInTheNameOfTheFolderAndThereIsAFolderForAllOthers() throws IOException {
    hosts("r.example_5000_", "[host.\"https://m.example\"]\n");
    hosts("_default", "[host.\"https://d.example\"]\n");
    assertThat(names(routes("r.example:5000/app")).getFirst()).contains("m.example");
    assertThat(names(routes("r.example/app")).getFirst()).contains("d.example");
    assertThat(names(routes("alpine")).getFirst()).contains("d.example");
  }

  @Test
  void mirrorsGivenByHandComeFirst() throws IOException {
    hosts("r.example", "[host.\"https://m.example\"]\n");
    assertThat(names(routes(MirrorList.of(List.of("r.example=n.example")), "r.example/app")))
        .containsExactly(
            "|n.example|/v2/|true|",
            "https|m.example|/v2/|true|r.example",
            "https|r.example|/v2/|true|");
  }

  @Test
  void dockersFolderHoldsCertificates() throws IOException {
    Path certs = Files.createDirectories(folder.resolve("certs/r.example:5000"));
    for (String name : List.of("a.crt", "client.cert", "client.key", "readme")) {
      Files.writeString(certs.resolve(name), "");
    }
    assertThat(routes("r.example:5000/app").getLast().tls())
        .contains(
            USUAL.and(
                false,
                List.of(certs.resolve("a.crt")),
                List.of(
                    new ClientCertificate(
                        certs.resolve("client.cert"), certs.resolve("client.key")))));
    assertThat(routes("r.example/app").getLast().tls()).isEqualTo(Optional.empty());
    Files.delete(certs.resolve("client.key"));
    assertThatThrownBy(() -> routes("r.example:5000/app"))
        .hasMessageContaining("client.cert has no client.key beside it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server = s3cret | is no TOML (line 1)",
        "server = \"ftp://x.example\" | is not [http://",
        "[host.\"https://a.example:0x\"] | is not [http://",
        "capabilities = [\"pull\", \"s3cret\"] | a capability other than",
        "skip_verify = \"s3cret\" | a skip_verify that is neither true nor false",
        "ca = 7 | a ca that is neither a text nor a list",
        "client = [[\"a\", \"b\", \"s3cret\"]] | no pair of certificate and key",
        "header = {\"a b\" = \"s3cret\"} | a header that cannot be sent",
        "header = {\"Host\" = \"s3cret\"} | a header that cannot be sent",
        "header = {\"Content-Length\" = \"s3cret\"} | a header that cannot be sent",
      })
  void aBrokenFileIsNamedAndNotQuoted(String content, String says) throws IOException {
    hosts("r.example", content);
    assertThatThrownBy(() -> routes("r.example/app"))
        .hasMessageContaining("hosts.toml")
        .hasMessageContaining(says)
        .hasMessageNotContaining("s3cret");
  }
}
