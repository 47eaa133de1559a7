package dev.landwaiter.rego.hostile;

import static dev.landwaiter.rego.hostile.Made.many;

import java.util.ArrayList;
import java.util.List;

/// Documents that are deep or wide.
final class Documents {
  private Documents() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int depth : List.of(200, 5_000, 100_000)) {
      for (String expression :
          List.of(
              "input",
              "input == [1]",
              "[input] == [input]",
              "[v | walk(input, [_, v])]",
              "json.marshal(input)",
              "yaml.marshal(input)",
              "sprintf(\"%v\", [input])",
              "{input}",
              "array.flatten(input)",
              "json.match_schema(input, {\"items\": {\"$ref\": \"#\"}})",
              "json.filter(input, [\"0/0/0\"])",
              "json.unmarshal(json.marshal(input)) == input",
              "object.subset(input, input)",
              "count([1 | input[_][_][_][_]])")) {
        rows.add(
            Row.of(
                "depth " + depth + ": " + expression,
                () -> expression,
                () -> "[".repeat(depth) + "]".repeat(depth)));
      }
    }
    rows.add(
        Row.of(
            "a million keys",
            () -> "count([v | some k, v in input; v == k])",
            () -> "{" + many(300_000, ",", i -> "\"k" + i + "\":" + i) + "}"));
    rows.add(
        Row.of(
            "a million sorted keys",
            () -> "[k | some k, _ in input][5]",
            () -> "{" + many(300_000, ",", i -> "\"k" + i + "\":" + i) + "}"));
    rows.add(
        Row.module(
            "values that deepen",
            () ->
                many(3_000, "", i -> "r" + (i + 1) + " := [r" + i + "]\n")
                    + "r0 := 1\ns := [r3000]\nx := s[0] == r3000\n"));
    rows.add(
        Row.of(
            "a set of everything",
            () -> "{v | walk(input, [_, v])}",
            () -> "[".repeat(900) + "]".repeat(900)));
    return rows;
  }
}
