package dev.landwaiter.policy.input.foreign;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ForeignFormatTest {
  @Test
  void theErrorNamesTheFileAndWhatToDo() {
    var format = new ForeignFormat("jsonnet", "jsonnet FILE | landwaiter test --parser json -");
    assertThatThrownBy(() -> format.read("a/b.jsonnet", new byte[0]))
        .hasMessageContainingAll(
            "a/b.jsonnet: files of the language jsonnet are programs",
            "jsonnet a/b.jsonnet | landwaiter test --parser json -");
  }
}
