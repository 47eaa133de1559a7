package dev.landwaiter.rego.hostile;

import static dev.landwaiter.rego.hostile.Made.many;

import java.util.ArrayList;
import java.util.List;

/// Numbers beyond all measure.
final class Numbers {
  private Numbers() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String big : List.of("1e99999999", "1e-99999999")) {
      for (String form :
          List.of(
              "# + 1",
              "# - 1e-5",
              "# * #",
              "# / 3",
              "1 / #",
              "# % 7",
              "7 % #",
              "# < 2",
              "# == 1",
              "[#, 2] < [#, 3]",
              "bits.lsh(1, #)",
              "bits.rsh(#, 1)",
              "bits.rsh(1, #)",
              "bits.lsh(#, 1)",
              "bits.negate(#)",
              "bits.or(#, 1)",
              "bits.and(#, #)",
              "format_int(#, 2)",
              "round(#)",
              "ceil(#)",
              "floor(#)",
              "abs(#)",
              "sprintf(\"%d %v %x %e %g %s %f\", [#, #, #, #, #, #, #])",
              "sum([#, 1])",
              "product([#, 3])",
              "sort([#, 1, 2])",
              "max([#, 1])",
              "{#: 1}",
              "{#, 1, #}",
              "[1, 2][#]",
              "array.slice([1, 2], 0, #)",
              "substring(\"abc\", 0, #)",
              "substring(\"abc\", #, 1)",
              "numbers.range(#, 1)",
              "numbers.range(1, #)",
              "numbers.range_step(1, 10, #)",
              "rand.intn(\"a\", #)",
              "time.format(#)",
              "time.date(#)",
              "time.clock([#, \"UTC\"])",
              "time.weekday(#)",
              "time.add_date(#, 1, 1, 1)",
              "time.add_date(0, #, 1, 1)",
              "time.diff(0, #)",
              "time.format([1, \"UTC\", sprintf(\"%v\", [#])])",
              "json.marshal(#)",
              "json.marshal({\"a\": [#]})",
              "yaml.marshal(#)",
              "to_number(\"#\")",
              "json.unmarshal(\"#\")",
              "json.unmarshal(\"[#]\")",
              "yaml.unmarshal(\"a: #\")",
              "json.is_valid(\"#\")",
              "units.parse(\"#\")",
              "units.parse_bytes(\"#\")",
              "units.parse(\"#K\")",
              "time.parse_duration_ns(\"#h\")",
              "concat(\",\", [sprintf(\"%v\", [#])])",
              "indexof_n(sprintf(\"%v\", [#]), \"0\")",
              "crypto.sha256(json.marshal(#))",
              "json.match_schema(#, {\"multipleOf\": 3})",
              "json.match_schema(3, {\"multipleOf\": #})",
              "json.match_schema(\"a\", {\"maxLength\": #})",
              "split(format_int(#, 10), \"0\")",
              "strings.reverse(format_int(#, 16))",
              "object.get([1], #, 2)",
              "json.patch([1], [{\"op\": \"add\", \"path\": \"/#\", \"value\": 1}])",
              "regex.find_n(\"a\", \"aaa\", #)",
              "cast_array([#])",
              "is_number(#)",
              "type_name(#)",
              "semver.compare(\"#.0.0\", \"1.0.0\")",
              "io.jwt.encode_sign({\"alg\": \"HS256\"}, {\"exp\": #}, {\"kty\": \"oct\", \"k\": \"AyM1\"})",
              "graph.reachable({#: [#]}, [#])",
              "minus(#, 1)",
              "$\"{#}\"",
              "json.marshal_with_options([#], {\"indent\": \" \", \"pretty\": true})",
              "walk([#], [[0], _])",
              "strings.count(\"aa\", sprintf(\"%d\", [#]))")) {
        rows.add(Row.of(form.replace("#", big)));
      }
    }
    for (String form :
        List.of(
            "numbers.range(1, 1000000000000000000)",
            "numbers.range_step(1, 1000000000000000000, 1)",
            "numbers.range(1000000000000000000000, 1000000000000000000000000)",
            "numbers.range_step(1, 1e18, 1e-9)",
            "bits.lsh(1, 1000000000000)",
            "bits.lsh(1, 100000000)",
            "bits.lsh(1, 10000000)",
            "bits.lsh(bits.lsh(1, 60000000), 60000000)",
            "format_int(bits.lsh(1, 3000000), 10)",
            "bits.lsh(1, 3000000) % 7",
            "bits.lsh(1, 3000000) * bits.lsh(1, 3000000) == 1",
            "sprintf(\"%1000000000d\", [1])",
            "sprintf(\"%.1000000000f\", [1.5])",
            "sprintf(\"%*d\", [1000000000, 1])",
            "sprintf(\"%-2000000000s|%2000000000s\", [\"a\", \"b\"])",
            "sprintf(\"%.999999f%.999999f\", [1e300, 1e-300])",
            "sprintf(\"%[1000000000]d\", [1])",
            "sprintf(\"%\", [])",
            "product([n | n := numbers.range(1, 50000)[_]])",
            "json.unmarshal(concat(\"\", [\"1\", concat(\"\", [\"0\" | numbers.range(1, 1000000)[_]])]))",
            "to_number(concat(\"\", [\"7\" | numbers.range(1, 1000000)[_]]))",
            "to_number(concat(\"\", [\"7\" | numbers.range(1, 300000)[_]])) * to_number(concat(\"\", [\"7\" | numbers.range(1, 300000)[_]]))")) {
      rows.add(Row.of(form));
    }
    rows.add(Row.of("a number of a million digits", () -> "9".repeat(1_000_000), () -> "null"));
    rows.add(
        Row.of("an input of a million digits", () -> "input * 2", () -> "9".repeat(1_000_000)));
    rows.add(
        Row.module(
            "powers",
            () ->
                many(60, "", i -> "n" + (i + 1) + " := n" + i + " * n" + i + "\n")
                    + "n0 := 7\nx := n60\n"));
    rows.add(
        Row.module(
            "fractions",
            () ->
                many(60, "", i -> "n" + (i + 1) + " := n" + i + " * n" + i + "\n")
                    + "n0 := 0.7\nx := n60\n"));
    rows.add(
        Row.module(
            "shifts",
            () ->
                many(60, "", i -> "n" + (i + 1) + " := bits.lsh(n" + i + ", 50000000)\n")
                    + "n0 := 7\nx := n60\n"));
    return rows;
  }
}
