package dev.landwaiter.rego.hostile;

import static dev.landwaiter.rego.hostile.Made.many;

import java.util.ArrayList;
import java.util.List;

/// Texts and values that grow.
final class Growth {
  private Growth() {}

  private static Row doubling(String first, String each) {
    return Row.module(
        "doubling " + each,
        () ->
            many(60, "", i -> "r" + (i + 1) + " := " + each.replace("#", "r" + i) + "\n")
                + "r0 := "
                + first
                + "\nx := r60\n");
  }

  private static Row shared(String expression) {
    return Row.module(
        "shared " + expression,
        () ->
            many(
                    60,
                    "",
                    i ->
                        "r"
                            + (i + 1)
                            + " := [r"
                            + i
                            + ", r"
                            + i
                            + "]\n"
                            + "s"
                            + (i + 1)
                            + " := [s"
                            + i
                            + ", s"
                            + i
                            + "]\n"
                            + "o"
                            + (i + 1)
                            + " := {\"a\": o"
                            + i
                            + ", \"b\": o"
                            + i
                            + "}\n"
                            + "t"
                            + (i + 1)
                            + " := {\"a\": t"
                            + i
                            + ", \"b\": t"
                            + i
                            + "}\n")
                + "r0 := [1]\ns0 := [1]\no0 := {\"a\": 1}\nt0 := {\"a\": 1}\nx := y if y := "
                + expression
                + "\n");
  }

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String each :
        List.of(
            "concat(\"\", [#, #])",
            "sprintf(\"%s%s\", [#, #])",
            "sprintf(\"%v%v\", [#, #])",
            "replace(#, \"a\", \"aa\")",
            "strings.replace_n({\"a\": \"aa\"}, #)",
            "regex.replace(#, \"a\", \"aa\")",
            "base64.encode(concat(\"\", [#, #]))",
            "hex.encode(#)",
            "urlquery.encode(replace(#, \"a\", \"%\"))",
            "$\"{#}{#}\"",
            "json.marshal([#, #])",
            "json.marshal(json.marshal([#]))",
            "yaml.marshal([#, #])",
            "strings.render_template(\"{{.a}}{{.a}}\", {\"a\": #})",
            "base64url.encode(concat(\"\", [#, #]))",
            "replace(#, \"\", \"aa\")",
            "urlquery.encode_object({\"a\": [#, #]})",
            "upper(concat(#, [\"\", \"\", \"\"]))",
            "strings.reverse(concat(\"\", [#, #]))",
            "trim_space(concat(\"\", [#, #]))",
            "json.marshal_with_options([#, #], {\"pretty\": true})")) {
      rows.add(doubling("\"aaaaaaaa\"", each));
    }
    for (String each :
        List.of(
            "array.concat(#, #)",
            "array.flatten([#, #])",
            "[1 | #[_]; #[_]]",
            "json.patch(#, [{\"op\": \"add\", \"path\": \"-\", \"value\": #}])",
            "split(concat(\"\", array.concat(#, #)), \"\")",
            "[[a] | some a in array.concat(#, #)]")) {
      rows.add(doubling("[\"a\", \"b\"]", each));
    }
    for (String each :
        List.of(
            "{[a, b] | a := #[_]; b := #[_]}",
            "# | {[a] | a := #[_]}",
            "union({#, {[a] | a := #[_]}})",
            "{#} | {[#]}",
            "graph.reachable({1: #}, #)")) {
      rows.add(doubling("{\"a\", \"b\"}", each));
    }
    for (String each :
        List.of(
            "object.union(#, {sprintf(\"%v\", [count(#)]): #})",
            "object.union_n([#, {\"a\": #, \"b\": #}])",
            "{k1: v | some k, v in #; k1 := [k, [1, 2][_]]}",
            "json.patch(#, [{\"op\": \"add\", \"path\": \"a\", \"value\": #}, {\"op\": \"copy\", \"from\": \"a\", \"path\": \"b\"}])")) {
      rows.add(doubling("{\"a\": {\"b\": 1}}", each));
    }
    for (String expression :
        List.of(
            "r60",
            "r60 == s60",
            "r60 < s60",
            "r60 != s60",
            "{r60, s60}",
            "{r60: 1, s60: 2}",
            "{r60: 1}[s60]",
            "json.marshal(r60)",
            "yaml.marshal(r60)",
            "sprintf(\"%v\", [r60])",
            "$\"{r60}\"",
            "count(r60)",
            "[v | walk(r60, [_, v])]",
            "[1 | walk(r60, _)]",
            "walk(r60, [[0, 1, 0], _])",
            "array.flatten(r60)",
            "sort([r60, s60])",
            "o60 == t60",
            "object.union(o60, t60)",
            "object.union_n([o60, t60])",
            "json.filter(o60, [\"a/b/a\"])",
            "json.remove(o60, [\"a/b/a\"])",
            "object.subset(o60, t60)",
            "object.subset(r60, s60)",
            "r60 in [s60]",
            "json.match_schema(o60, {\"$ref\": \"#\"})",
            "json.match_schema(o60, {\"properties\": {\"a\": {\"$ref\": \"#\"}, \"b\": {\"$ref\": \"#\"}}})",
            "json.patch(o60, [{\"op\": \"test\", \"path\": \"a\", \"value\": t59}])",
            "crypto.sha256(json.marshal(o60))",
            "[1 | r60 = [[a, b], c]; s60 = [[a, d], c]]",
            "io.jwt.encode_sign({\"alg\": \"HS256\"}, o60, {\"kty\": \"oct\", \"k\": \"AyM1\"})",
            "strings.render_template(\"{{.}}\", o60)",
            "urlquery.encode_object({\"a\": \"b\"}) == r60",
            "graph.reachable(o60, r60)",
            "max([r60, s60])",
            "min({r60, s60})",
            "[1 | some v in r60; v == s59]",
            "{[v] | some v in r60}",
            "print(r60)",
            "json.verify_schema(o60)",
            "object.get(o60, [\"a\", \"b\"], 1)",
            "trace(sprintf(\"%v\", [r60]))",
            "{r60} & {s60}",
            "{r60} - {s60}",
            "intersection({{r60}, {s60}})",
            "http.send({\"method\": \"get\", \"url\": \"http://localhost\", \"body\": o60})",
            "opa.runtime() == o60",
            "rego.metadata.chain() == r60",
            "f(r60)\nf(a) := 1 if a == s60",
            "1 with input as r60\ny if input == s60",
            "graphql.is_valid(o60, t60)",
            "regex.match(\"a\", sprintf(\"%v\", [r60]))",
            "internal.member_2(r60, {s60})")) {
      rows.add(shared(expression));
    }
    return rows;
  }
}
