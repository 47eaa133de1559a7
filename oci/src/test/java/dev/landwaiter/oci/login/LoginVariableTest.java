package dev.landwaiter.oci.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.registry.Login;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginVariableTest {
  @Test
  void aHostHasALogin() throws IOException {
    var variable = new LoginVariable("V", "{\"auths\":{\"r.example\":{\"auth\":\"Yjoy\"}}}");
    assertThat(variable.find("r.example", "x")).containsExactly(new Login.Password("b", "2"));
    assertThat(variable.find("other.example", "x")).isEmpty();
    assertThat(variable).hasToString("V");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3cret | is no JSON",
        "'{\"auths\":{}} {\"s3cret\":1}' | is no JSON",
        "{\"auths\":{},\"credsStore\":\"s3cret\"} | something else than \"auths\"",
        "{\"auths\":{\"r\":{\"auth\":\"Yjoy\",\"email\":\"s3cret\"}}} | else than \"auth\" of a host",
        "[] | is no JSON object",
      })
  void anythingElseIsRefusedWithoutQuotingIt(String text, String says) {
    var variable = new LoginVariable("DOCKER_AUTH_CONFIG", text);
    assertThatThrownBy(() -> variable.find("r.example", "x"))
        .hasMessageContaining(says)
        .hasMessageContaining("DOCKER_AUTH_CONFIG")
        .hasMessageNotContaining("s3cret");
  }
}
