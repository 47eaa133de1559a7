package dev.landwaiter.rego.hostile;

import static dev.landwaiter.rego.hostile.Made.many;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Keys with equal hashes.
final class Collisions {
  private Collisions() {}

  private static String colliding(int index) {
    var text = new StringBuilder();
    for (int bit = 0; bit < 17; bit++) {
      text.append((index >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  static List<Row> rows() {
    Supplier<String> keys =
        () -> "{" + many(1 << 17, ",", i -> "\"" + colliding(i) + "\":" + i) + "}";
    Supplier<String> texts = () -> "[" + many(1 << 17, ",", i -> "\"" + colliding(i) + "\"") + "]";
    List<Row> rows = new ArrayList<>();
    for (String expression :
        List.of(
            "count(input)",
            "count({k | some k, _ in input})",
            "count({k: v | some k, v in input})",
            "[v | some k, _ in input; v := input[k]]",
            "object.union(input, {\"a\": 1}).a",
            "count(object.keys(input))",
            "count(object.remove(input, object.keys(input)))",
            "count(object.filter(input, object.keys(input)))",
            "json.marshal(input)",
            "count(json.unmarshal(json.marshal(input)))",
            "input == json.unmarshal(json.marshal(input))",
            "[k | some k, _ in input; {k1 | k1 := k}[k]]",
            "count(yaml.unmarshal(yaml.marshal(input)))")) {
      rows.add(Row.of("colliding keys: " + expression, () -> expression, keys));
    }
    for (String expression :
        List.of(
            "count({t | some t in input})",
            "count({t: 1 | some t in input})",
            "count({[t] | some t in input})",
            "count({{t} | some t in input})",
            "count(cast_set(input))",
            "count(sort(input))",
            "count(graph.reachable({t: [t] | some t in input}, input))",
            "count(union({{t | some t in input}, {1}}))",
            "count({t | some t in input} & {t | some t in input})",
            "strings.any_prefix_match(input, [\"x\"])",
            "strings.any_suffix_match(input, [\"x\"])",
            "[1 | some t in input; regex.match(t, \"a\")]",
            "json.match_schema(input, {\"uniqueItems\": true})[0]",
            "[1 | some i, t in input; rand.intn(t, 5) > 6]",
            "count(strings.replace_n({t: \"b\" | some t in input}, \"abc\"))")) {
      rows.add(Row.of("colliding texts: " + expression, () -> expression, texts));
    }
    rows.add(
        new Row(
            "colliding partial rules",
            () ->
                List.of(
                    "package p\ny contains t if some t in input\nz[t] := 1 if some t in input\nf(t) := 1\nx := [count(y), count(z), count([1 | some t in input; f(t)]), count([1 | some t in input; z[t]]), count([1 | some t in input; y[t]])]\n"),
            texts));
    rows.add(
        Row.of(
            "colliding numbers",
            () -> "count({n | some n in input})",
            () -> "[" + many(60_000, ",", i -> "1.00000000000000000000000" + i) + "]"));
    rows.add(
        Row.of(
            "colliding big numbers",
            () -> "count({n | some n in input})",
            () ->
                "[" + many(60_000, ",", i -> "100000000000000000000000000" + (100_000 + i)) + "]"));
    rows.add(
        Row.of(
            "colliding arrays",
            () ->
                "count({[a, b] | some a in numbers.range(0, 2000); some c in numbers.range(0, 60); b := 1000000 - (31 * a)})",
            () -> "null"));
    return rows;
  }
}
