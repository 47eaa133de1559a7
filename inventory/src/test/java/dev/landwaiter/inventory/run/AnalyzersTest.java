package dev.landwaiter.inventory.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.inventory.Analyzer;
import org.junit.jupiter.api.Test;

class AnalyzersTest {
  @Test
  void idsAreUnique() {
    assertThat(Analyzers.ALL).extracting(Analyzer::id).doesNotHaveDuplicates();
    assertThat(Analyzers.ALL)
        .allSatisfy(analyzer -> assertThat(analyzer.id()).matches("[A-Za-z0-9-]+"));
    assertThat(Analyzers.ALL).extracting(Analyzer::version).allMatch(version -> version > 0);
  }
}
