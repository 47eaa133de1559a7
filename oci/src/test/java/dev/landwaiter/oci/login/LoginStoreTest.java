package dev.landwaiter.oci.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.Hubs;
import dev.landwaiter.oci.registry.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginStoreTest {
  @TempDir Path folder;

  private LoginStore store(Path file) {
    return new LoginStore(
        file,
        new CredentialPrograms(
            Map.of("PATH", folder.toString(), "OUT", folder.toString()),
            CredentialPrograms.PATIENCE));
  }

  @Test
  void aNewFileIsForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("new/config.json");
    assertThat(store(file).keep("r.example", new Login.Password("b", "2")))
        .isEqualTo(file.toString());
    assertThat(file)
        .hasContent(
            "{\n\t\"auths\": {\n\t\t\"r.example\": {\n\t\t\t\"auth\": \"Yjoy\"\n\t\t}\n\t}\n}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new"))))
        .isEqualTo("rwx------");
    try (var files = Files.list(folder.resolve("new"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void everythingElseStaysInItsOrder() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("config.json"),
            """
            {
            	"zeta": [1.50, "<&>", null],
            	"auths": {
            		"z.example": {
            			"email": "z@z.example",
            			"auth": "YToxIA=="
            		},
            		"a.example": {}
            	},
            	"alpha": true
            }
            """);
    store(file).keep("a.example", new Login.Password("b", "2"));
    store(file).keep("docker.io", new Login.Password("b", "2"));
    assertThat(file)
        .hasContent(
            """
            {
            	"zeta": [
            		1.50,
            		"<&>",
            		null
            	],
            	"auths": {
            		"z.example": {
            			"email": "z@z.example",
            			"auth": "YToxIA=="
            		},
            		"a.example": {
            			"auth": "Yjoy"
            		},
            		"%s": {
            			"auth": "Yjoy"
            		}
            	},
            	"alpha": true
            }
            """
                .formatted(Hubs.DOCKER_HUB_CREDENTIALS));
  }

  @Test
  void whatIsKeptIsFoundAndForgotten() throws IOException {
    Path file = folder.resolve("config.json");
    LoginStore store = store(file);
    var identity = new Login.Identity("refresh", Optional.of(new Login.Password("anna", "")));
    store.keep("r.example:5000", identity);
    var reading = new LoginFile(file, store.programs());
    assertThat(reading.find("r.example:5000", "x")).containsExactly(identity);
    assertThat(store.forget("r.example:5000")).isTrue();
    assertThat(reading.find("r.example:5000", "x")).isEmpty();
    assertThat(store.forget("r.example:5000")).isFalse();
  }

  @Test
  void oldFormsOfAKeyAreForgottenToo() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("config.json"),
            "{\"auths\":{\"r.example\":{},\"https://r.example/v1/\":{},\"r.example/team\":{}}}");
    assertThat(store(file).forget("r.example")).isTrue();
    assertThat(file).content().contains("r.example/team").doesNotContain("v1", "\"r.example\"");
    assertThat(store(folder.resolve("none.json")).forget("r.example")).isFalse();
    assertThat(folder.resolve("none.json")).doesNotExist();
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.createDirectory(folder.resolve("real")).resolve("docker.json");
    Path link =
        Files.createSymbolicLink(folder.resolve("config.json"), Path.of("real/docker.json"));
    store(link).keep("r.example", new Login.Password("b", "2"));
    assertThat(link).isSymbolicLink();
    assertThat(file).content().contains("Yjoy");
    Path round = Files.createSymbolicLink(folder.resolve("round.json"), Path.of("round.json"));
    assertThatThrownBy(() -> store(round).keep("r.example", new Login.Password("b", "2")))
        .hasMessageContaining("too many links");
  }

  @Test
  void aBrokenFileIsNotOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("config.json"), "{\"auths\": ");
    assertThatThrownBy(() -> store(file).keep("r.example", new Login.Password("b", "2")))
        .hasMessageContaining("is no JSON");
    assertThat(file).hasContent("{\"auths\": ");
  }

  @Test
  void theProgramKeepsWhatItIsNamedFor() throws IOException {
    Path program = folder.resolve("docker-credential-keys");
    Files.writeString(program, "#!/bin/sh\necho \"$1 $(/bin/cat)\" >> \"$OUT/asked\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Path file =
        Files.writeString(
            folder.resolve("config.json"),
            "{\"credsStore\":\"keys\",\"auths\":{\"r.example\":{\"auth\":\"YToxIA==\"}}}");
    assertThat(store(file).keep("r.example", new Login.Password("b", "s3cret")))
        .isEqualTo("docker-credential-keys");
    assertThat(file).content().doesNotContain("s3cret", "YToxIA").contains("\"r.example\": {}");
    assertThat(store(file).forget("r.example")).isTrue();
    assertThat(folder.resolve("asked"))
        .hasContent(
            """
            store {"ServerURL":"r.example","Username":"b","Secret":"s3cret"}
            erase r.example
            """);
  }

  @Test
  void aProgramThatDoesNotKeepItChangesNothing() throws IOException {
    String content = "{\"credHelpers\":{\"r.example\":\"missing\"}}";
    Path file = Files.writeString(folder.resolve("config.json"), content);
    assertThatThrownBy(() -> store(file).keep("r.example", new Login.Password("b", "s3cret")))
        .hasMessageContaining("docker-credential-missing")
        .hasMessageNotContaining("s3cret");
    assertThat(file).hasContent(content);
  }
}
