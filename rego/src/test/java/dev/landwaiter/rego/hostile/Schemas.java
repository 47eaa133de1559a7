package dev.landwaiter.rego.hostile;

import static dev.landwaiter.rego.hostile.Made.many;

import java.util.ArrayList;
import java.util.List;

/// Schemas that refer to themselves or explode.
final class Schemas {
  private Schemas() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String schema :
        List.of(
            "{\"$ref\": \"#\"}",
            "{\"allOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}",
            "{\"anyOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}",
            "{\"properties\": {\"a\": {\"$ref\": \"#\"}}, \"items\": {\"allOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}}",
            "{\"not\": {\"$ref\": \"#\"}}",
            "{\"pattern\": \"((a{1,1000}){1,1000}){1,1000}\"}",
            "{\"patternProperties\": {\"(a*)*b\": {}}}",
            "{\"uniqueItems\": true}",
            "{\"$ref\": \"http://example.com/a\"}",
            "{\"$ref\": \"file:///etc/passwd\"}",
            "{\"definitions\": {\"a\": {\"$ref\": \"#/definitions/b\"}, \"b\": {\"$ref\": \"#/definitions/a\"}}, \"$ref\": \"#/definitions/a\"}")) {
      for (String form : List.of("json.match_schema(input, #)", "json.verify_schema(#)")) {
        rows.add(
            Row.of(
                form.replace("#)", schema + ")"),
                () ->
                    "{\"a\": {\"a\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}}"));
      }
    }
    rows.add(
        Row.of(
            "schemas that double",
            () ->
                "json.match_schema(1, {\"$ref\": \"#/definitions/a0\", \"definitions\": {"
                    + many(
                        50,
                        ",",
                        i ->
                            "\"a"
                                + i
                                + "\": {\"allOf\": [{\"$ref\": \"#/definitions/a"
                                + (i + 1)
                                + "\"}, {\"$ref\": \"#/definitions/a"
                                + (i + 1)
                                + "\"}]}")
                    + ", \"a50\": {}}})",
            () -> "null"));
    rows.add(
        Row.of(
            "unique items",
            () -> "json.match_schema(numbers.range(1, 200000), {\"uniqueItems\": true})",
            () -> "null"));
    return rows;
  }
}
