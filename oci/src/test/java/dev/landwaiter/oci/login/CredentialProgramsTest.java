package dev.landwaiter.oci.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.Hubs;
import dev.landwaiter.oci.registry.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scripts as credential programs; what they read is in `asked`.
class CredentialProgramsTest {
  @TempDir Path folder;

  @BeforeEach
  void programs() throws IOException {
    program(
        "keys",
        """
        echo "$1 $(/bin/cat)" >> "$OUT/asked"
        echo '{"ServerURL":"x","Username":"anna","Secret":"s3cret"}'
        """);
    program("identity", "/bin/cat >&2; echo '{\"Username\":\"<token>\",\"Secret\":\"s3cret\"}'");
    program("nothing", "echo 'credentials not found in native keychain'; exit 1");
    program("broken", "echo s3cret; exit 3");
    program("chatty", "while :; do echo s3cret s3cret s3cret s3cret; done");
    program("slow", "/bin/sleep 600");
    program("strange", "echo s3cret");
    program("anonymous", "echo '{\"Secret\":\"s3cret\"}'");
    program(
        "environment", "echo \"{\\\"Username\\\":\\\"$HOME-$OUT\\\",\\\"Secret\\\":\\\"x\\\"}\"");
    Files.writeString(folder.resolve("docker-credential-plain"), "no program");
  }

  private void program(String name, String script) throws IOException {
    Path file = folder.resolve("docker-credential-" + name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private CredentialPrograms programs(Duration patience) {
    return new CredentialPrograms(
        Map.of("PATH", "relative:/nowhere:" + folder, "OUT", folder.toString()), patience);
  }

  private LoginFile file(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("config.json"), content);
    return new LoginFile(file, programs(CredentialPrograms.PATIENCE));
  }

  private String asked() throws IOException {
    Path asked = folder.resolve("asked");
    return Files.exists(asked) ? Files.readString(asked) : "";
  }

  @Test
  void aProgramForTheHostWinsOverTheStoreAndThatOverTheFile() throws IOException {
    LoginFile file =
        file(
            """
            {"auths": {"r.example": {"auth": "Yjoy"}, "s.example": {"auth": "Yjoy"},
                       "r.example/team": {"auth": "Yjoy"}},
             "credHelpers": {"s.example": "identity", "n.example": "nothing"},
             "credsStore": "keys"}
            """);
    assertThat(file.find("r.example", "x")).containsExactly(new Login.Password("anna", "s3cret"));
    assertThat(file.find("s.example", "x"))
        .containsExactly(new Login.Identity("s3cret", Optional.empty()));
    assertThat(file.find("n.example", "x")).isEmpty();
    assertThat(file.find("index.docker.io", "x")).hasSize(1);
    assertThat(asked()).isEqualTo("get r.example\nget " + Hubs.DOCKER_HUB_CREDENTIALS + "\n");
  }

  @Test
  void noProgramIsStartedForWhatTheFileHoldsMoreExactly() throws IOException {
    LoginFile file =
        file(
            """
            {"auths": {"r.example/team": {"auth": "Yjoy"}, "t.example": {"registrytoken": "t"}},
             "credsStore": "keys"}
            """);
    assertThat(file.find("r.example", "team/app")).containsExactly(new Login.Password("b", "2"));
    assertThat(file.find("t.example", "app")).containsExactly(new Login.Token("t"));
    assertThat(asked()).isEmpty();
  }

  @Test
  void whatAProgramDoesNotHaveTheFileMay() throws IOException {
    LoginFile file =
        file("{\"auths\":{\"r.example\":{\"auth\":\"Yjoy\"}},\"credsStore\":\"nothing\"}");
    assertThat(file.find("r.example", "x")).containsExactly(new Login.Password("b", "2"));
  }

  @ParameterizedTest
  @CsvSource({
    "broken, fails (exit status 3)",
    "chatty, says more than 65536 bytes",
    "strange, answers no JSON",
    "anonymous, answers without a user name",
    "missing, is in no folder of the variable PATH",
    "plain, is in no folder of the variable PATH",
    "../keys, 'other characters than letters, digits'",
    "'keys;id', 'other characters than letters, digits'",
  })
  void troubleIsNamedWithoutWhatTheProgramSaid(String name, String says) throws IOException {
    LoginFile file = file("{\"credHelpers\":{\"r.example\":\"" + name + "\"}}");
    assertThatThrownBy(() -> file.find("r.example", "x"))
        .hasMessageContaining(says)
        .hasMessageContaining("config.json")
        .hasMessageNotContaining("s3cret")
        .hasNoCause();
  }

  @Test
  void aProgramThatTakesTooLongIsEnded() {
    CredentialPrograms programs = programs(Duration.ofMillis(300));
    assertThatThrownBy(() -> programs.get("config.json", "slow", "r.example"))
        .hasMessageContaining("docker-credential-slow")
        .hasMessageContaining("takes longer than");
  }

  @Test
  void aProgramSeesTheGivenEnvironmentOnly() throws IOException {
    assertThat(programs(CredentialPrograms.PATIENCE).get("c", "environment", "r.example"))
        .contains(new Login.Password("-" + folder, "x"));
  }

  @Test
  void storesAndErases() throws IOException {
    CredentialPrograms programs = programs(CredentialPrograms.PATIENCE);
    programs.store("c", "keys", "r.example", new Login.Password("anna", "p\"w"));
    programs.store("c", "keys", "r.example", new Login.Identity("refresh", Optional.empty()));
    programs.erase("c", "keys", "r.example");
    programs.erase("c", "nothing", "r.example");
    assertThatThrownBy(() -> programs.erase("c", "broken", "r.example"))
        .hasMessageContaining("does not erase");
    assertThat(asked())
        .isEqualTo(
            """
            store {"ServerURL":"r.example","Username":"anna","Secret":"p\\"w"}
            store {"ServerURL":"r.example","Username":"<token>","Secret":"refresh"}
            erase r.example
            """);
    assertThat(programs.toString()).doesNotContain(folder.toString());
  }
}
