package dev.landwaiter.signing.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://example.test/p|[1,2]",
        "https://example.test/p|",
        "cyclonedx|{\"a\":",
        "cyclonedx|SPDXVersion: 1",
        "spdxjson|SPDXVersion: 1",
        "openvex|\"text\"",
        "link|{\"name\":\"build\"}",
        "link|{\"_type\":\"layout\"}",
        "slsaprovenance|{\"builder\":\"text\"}",
        "slsaprovenance|{\"builder\":{}}",
        "slsaprovenance|{\"builder\":{\"id\":\"x\"}}",
        "slsaprovenance02|{\"builder\":{\"id\":\"\"},\"buildType\":\"x\"}",
        "slsaprovenance1|{\"buildDefinition\":{\"buildType\":\"x\"},\"runDetails\":{}}",
        "slsaprovenance1|{\"runDetails\":[]}",
        "vuln|{\"scanner\":1}",
        "vuln|{\"scanner\":{},\"scanner\":{}}"
      })
  void refusesFilesThatDoNotFit(String type, String file) {
    assertThatThrownBy(
            () -> Predicate.of("p", type, Bytes.utf8(file == null ? "" : file), Instant.EPOCH))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.PREDICATE));
  }

  @Test
  void textsMustBeUtf8() {
    assertThatThrownBy(() -> Predicate.of("p", "custom", Bytes.hex("61ff"), Instant.EPOCH))
        .isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "vuln,true",
    "custom,true",
    "https://example.test/p,true",
    "urn:x,true",
    "nonsense,false",
    "example.test/p,false",
    "1a:b,false",
    "x:,false",
    ":x,false"
  })
  void tellsWordsFromAddresses(String word, boolean known) {
    assertThat(PredicateType.isKnown(word)).isEqualTo(known);
  }
}
