package dev.landwaiter.rego.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "p if q == \"a\" with data.p.q as \"a\" #",
        "p if r == \"a\" with data.p.q as \"a\" #",
        "p if s == \"a\" with data.p.q as \"a\" # match error",
        "p if t.b with data.p.q as 1 # undefined ref: data.p.t.b",
        "p if t.b with data.p.t as {\"b\": 1} #",
        "p if f(1) == \"a\" with data.p.q as \"a\" #",
        "p if { q == 1 with input as 2; q == \"a\" } # match error",
        "p if not lower(1) # lower: invalid argument(s)",
        "p if count(t) with count as startswith # arity mismatch",
        "p if { [x, 1] = [1, y]; x == y } #",
        "p := [x | x := t[_]; x.y] # undefined ref: x.y",
      })
  void modifiersOpenTypes(String rule, @Nullable String error) {
    String module =
        """
        package p
        q := 1
        r := q
        s := 2
        t := {"a": 1}
        f(_) := r
        """;
    String said = Checking.check(module + rule + "\n", Optional.empty());
    if (error == null) {
      assertThat(said).isEmpty();
    } else {
      assertThat(said).contains(error);
    }
  }
}
