package dev.landwaiter.oci.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.registry.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PullSecretsTest {
  @TempDir Path folder;

  private PullSecrets read(String... contents) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String content : contents) {
      files.add(Files.writeString(folder.resolve("secret-" + files.size() + ".yaml"), content));
    }
    return PullSecrets.read(files);
  }

  private static String coded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A map of logins whose users are the keys themselves.
  private static String auths(String... keys) {
    return Arrays.stream(keys)
        .map(key -> "\"%s\":{\"username\":\"%s\",\"password\":\"s3cret\"}".formatted(key, key))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static List<String> users(PullSecrets secrets, String host, String repository) {
    return secrets.find(host, repository).stream()
        .map(login -> login.pair().map(Login.Password::user).orElse("?"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "r.example | r.example | app | true",
        "https://r.example | r.example | app | true",
        "http://r.example/v1/ | r.example | app | true",
        "r.example/v2/ | r.example | app | true",
        "r.example/v2/team | r.example | team/app | true",
        "R.Example | r.example | app | true",
        "r.example | r.example:5000 | app | false",
        "r.example:5000 | r.example:5000 | app | true",
        "r.example:5000 | r.example | app | false",
        "*.example | r.example | app | true",
        "*.example | a.r.example | app | false",
        "*.*.example | a.r.example | app | true",
        "r*.example | registry.example | app | true",
        "r?.example | r1.example | app | true",
        "r[12].example | r3.example | app | false",
        "*.example:5000 | r.example:5000 | app | true",
        "example | r.example | app | false",
        "r.example/team | r.example | team/app | true",
        "r.example/team | r.example | teams | true",
        "r.example/team/app | r.example | team | false",
        "r.example/team | r.example | other | false",
        "r.example/* | r.example | other | false",
        "https://index.docker.io/v1/ | index.docker.io | library/alpine | true",
        "docker.io | index.docker.io | library/alpine | true",
        "docker.io/library | index.docker.io | library/alpine | true",
        "[::1]:5000 | [::1]:5000 | app | true",
        "[::1]:5000 | [::1] | app | false",
      })
  void matchesAsTheKubeletDoes(String key, String host, String repository, boolean expected)
      throws IOException {
    PullSecrets secrets = read("{\"auths\":" + auths(key) + "}");
    assertThat(users(secrets, host, repository)).hasSize(expected ? 1 : 0);
  }

  @Test
  void everyMatchIsTriedTheLongerOneFirst() throws IOException {
    PullSecrets secrets =
        read(
            "{\"auths\":" + auths("r.example", "*.example", "r.example/team") + "}",
            auths("r.example/team/app", "other.example"));
    assertThat(users(secrets, "r.example", "team/app"))
        .containsExactly("r.example/team/app", "r.example/team", "r.example", "*.example");
    assertThat(secrets.toString() + secrets.find("r.example", "team/app")).doesNotContain("s3cret");
  }

  @Test
  void manifestsOfAllFormsAreRead() throws IOException {
    PullSecrets secrets =
        read(
            """
            # what kubectl writes, and more
            apiVersion: v1
            kind: Secret
            metadata: {name: first}
            type: kubernetes.io/dockerconfigjson
            data:
              .dockerconfigjson: %s
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: second}
            type: kubernetes.io/dockercfg
            stringData:
              .dockercfg: '%s'
            ---
            kind: Deployment
            ---
            kind: Secret
            type: Opaque
            data: {password: czNjcmV0}
            ---
            apiVersion: v1
            kind: List
            items:
            - kind: Secret
              type: kubernetes.io/dockerconfigjson
              data:
                .dockerconfigjson: >-
                  %s
                  %s
            """
                .formatted(
                    coded("{\"auths\":" + auths("a.example") + "}"),
                    auths("b.example"),
                    coded("{\"auths\":" + auths("c.example") + "}").substring(0, 40),
                    coded("{\"auths\":" + auths("c.example") + "}").substring(40)),
            "{\"kind\":\"Secret\",\"data\":{\".dockercfg\":\"%s\"}}"
                .formatted(coded(auths("d.example"))),
            "{\"auths\":" + auths("e.example") + "}",
            auths("f.example"));
    for (String host : List.of("a", "b", "c", "d", "e", "f")) {
      assertThat(users(secrets, host + ".example", "x")).containsExactly(host + ".example");
    }
  }

  @Test
  void stringDataWins() throws IOException {
    PullSecrets secrets =
        read(
            "{\"kind\":\"Secret\",\"data\":{\".dockercfg\":\"%s\"},\"stringData\":{\".dockercfg\":\"%s\"}}"
                .formatted(coded(auths("a.example")), auths("b.example").replace("\"", "\\\"")));
    assertThat(users(secrets, "a.example", "x")).isEmpty();
    assertThat(users(secrets, "b.example", "x")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: Deployment | secret-0.yaml holds no pull secret",
        "'' | holds no pull secret",
        "{\"credsStore\": \"s3cret\"} | holds no pull secret",
        "'a: [s3cret' | is neither YAML nor JSON (line",
        "{kind: Secret, metadata: {name: pull}, data: {.dockercfg: '#s3cret'}} | document 1, secret pull has a .dockercfg below data that is no base64",
        "{kind: Secret, stringData: {.dockercfg: 's3cret'}} | document 1 has a .dockercfg that is no JSON object",
        "{kind: Secret, type: kubernetes.io/dockercfg, data: {other: s3cret}} | no .dockercfg",
        "{kind: List, items: [{kind: Secret, type: kubernetes.io/dockerconfigjson}]} | document 1, item 1 has the type",
        "{kind: Secret, stringData: {.dockerconfigjson: '{\"auths\":{\"r.example\":{\"auth\":\"s3cret?\"}}}'}} | the login for r.example in",
        "{kind: Secret, stringData: {.dockerconfigjson: '{\"auths\":[\"s3cret\"]}'}} | is no object",
        "{\"auths\":{\"[a\":{\"username\":\"u\",\"password\":\"s3cret\"}}} | is no pattern of hosts",
      })
  void troubleNamesThePlaceAndQuotesNothing(String content, String says) {
    assertThatThrownBy(() -> read(content))
        .hasMessageContaining("secret-0.yaml")
        .hasMessageContaining(says)
        .hasMessageNotContaining("s3cret")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: Secret\ndata: {.dockerconfigjson: abc}",
        "{\"auths\":{\"r.example\":{\"auth\":\"abc\"}}}",
        "eyJhdXRocyI6e30ifabc",
      })
  void aSecretGivenInsteadOfItsFileIsNotQuoted(String text) {
    for (String given : List.of(text, text + "x".repeat(300))) {
      assertThatThrownBy(() -> PullSecrets.read(List.of(folder.resolve(given))))
          .hasMessageContaining("given instead of a file")
          .hasMessageNotContaining("abc")
          .hasNoCause();
    }
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> PullSecrets.read(List.of(folder.resolve("none.yaml"))))
        .hasMessageContaining("none.yaml does not exist");
  }
}
