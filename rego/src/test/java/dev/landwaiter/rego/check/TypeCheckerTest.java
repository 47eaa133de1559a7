package dev.landwaiter.rego.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeCheckerTest {
  @Test
  void whatIsSaidOfTypesIsWhatTheOriginalSays() throws Exception {
    List<RecordedTypeErrors.Row> rows = RecordedTypeErrors.rows();
    var differing = new ArrayList<String>();
    for (RecordedTypeErrors.Row row : rows) {
      if (!RecordedTypeErrors.agrees(row)) {
        differing.add(row.id() + ": " + RecordedTypeErrors.answer(row));
      }
    }
    System.out.println((rows.size() - differing.size()) + " of " + rows.size() + " agree");
    assertThat(differing).isEmpty();
    assertThat(rows).hasSizeGreaterThan(80);
  }
}
