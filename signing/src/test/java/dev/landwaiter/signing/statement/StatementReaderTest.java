package dev.landwaiter.signing.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementReaderTest {
  private static final String GOOD =
      """
      {"_type":"https://in-toto.io/Statement/v1",
       "subject":[{"name":"n","digest":{"sha256":"AB12"},"annotations":{"a":"1"},"more":1}],
       "predicateType":"https://example.test/p","predicate":{"x":1},"more":1}\
      """;

  @Test
  void readsWhatDecides() throws Exception {
    Statement statement = StatementReader.read("s", Bytes.utf8(GOOD));
    assertThat(statement.predicateType()).isEqualTo("https://example.test/p");
    assertThat(statement.predicate()).isPresent();
    assertThat(statement.subjects()).hasSize(1);
    assertThat(statement.subjects().getFirst().digests()).isEqualTo(Map.of("sha256", "AB12"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Statement/v1|Statement/v2|SUBJECT",
        "\"_type\"|\"type\"|SUBJECT",
        "\"_type\"|\"_Type\"|SUBJECT",
        "\"more\":1}]|\"digest\":{}}]|SUBJECT",
        "[{\"name\"|{\"name\"|SUBJECT",
        "\"subject\"|\"Subject\"|SUBJECT",
        "\"AB12\"|1|SUBJECT",
        "{\"sha256\":\"AB12\"}|[]|SUBJECT",
        "\"predicateType\"|\"PredicateType\"|PREDICATE",
        "\"https://example.test/p\"|\"\"|PREDICATE",
        "\"https://example.test/p\"|7|SUBJECT",
        "\"more\":1}|\"more\":1}}|SUBJECT"
      })
  void refusesWhatIsBroken(String from, String to, FailureClass kind) {
    String broken = GOOD.replace(from, to);
    assertThat(broken).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> StatementReader.read("s", Bytes.utf8(broken)))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  @Test
  void boundsSubjectsAndDigests() {
    String many = "{\"digest\":{\"sha256\":\"00\"}},".repeat(1024);
    String subjects = GOOD.replace("[{", "[" + many + "{");
    assertThatThrownBy(() -> StatementReader.read("s", Bytes.utf8(subjects)))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.LIMIT));
    var digests = new StringBuilder();
    for (int i = 0; i < 32; i++) {
      digests.append("\"h").append(i).append("\":\"00\",");
    }
    String wide = GOOD.replace("{\"sha256\"", "{" + digests + "\"sha256\"");
    assertThatThrownBy(() -> StatementReader.read("s", Bytes.utf8(wide)))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.LIMIT));
  }

  /// Digests of the subject, digests of the artifact, whether it is the same.
  @ParameterizedTest
  @CsvSource({
    "sha256=aa,sha256=aa,true",
    "sha256=AA,sha256=aa,true",
    "sha256=ab,sha256=aa,false",
    "sha1=aa,sha1=aa,false",
    "gitCommit=aa,gitCommit=aa,false",
    "sha256=aa sha512=bb,sha256=aa sha512=cc,false",
    "sha256=aa sha1=bb,sha256=aa sha1=cc,true",
    "sha512=bb,sha256=aa,false",
    "sha256=aa sha512=bb,sha256=aa,true",
    "sha384=cc,sha256=aa sha384=cc sha512=dd,true"
  })
  void comparesSubjects(String subject, String artifact, boolean same) {
    assertThat(new Statement.Subject("", digests(subject), Map.of()).is(digests(artifact)))
        .isEqualTo(same);
  }

  private static Map<String, String> digests(String text) {
    Map<String, String> all = new HashMap<>();
    for (String each : List.of(text.split(" ", -1))) {
      int equals = each.indexOf('=');
      all.put(each.substring(0, equals), each.substring(equals + 1));
    }
    return all;
  }
}
