package dev.landwaiter.rego.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What enemies hand in.
final class Rows {
  private static final Supplier<String> NUMBERS = () -> "[" + many(300, ",", i -> "" + i) + "]";

  private Rows() {}

  /// Rows to be tried by hand: what they find is not mended yet or was not seen to be well.
  static List<Row> others() {
    List<Row> rows = new ArrayList<>();
    rows.addAll(network());
    rows.addAll(schemas());
    rows.addAll(collisions());
    rows.addAll(modules());
    rows.addAll(documents());
    rows.addAll(patterns());
    return rows;
  }

  static List<Row> all() {
    List<Row> rows = new ArrayList<>();
    rows.addAll(products());
    rows.addAll(numbers());
    rows.addAll(growth());
    return rows;
  }

  private static String many(int count, String between, IntFunction<String> each) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(between));
  }

  private static List<Row> products() {
    return List.of(
        Row.of("[1 | input[_]; input[_]; input[_]; input[_]; input[_]]", NUMBERS),
        Row.of("{[a, b, c] | a := input[_]; b := input[_]; c := input[_]}", NUMBERS),
        Row.of("{[a, b, c]: 1 | a := input[_]; b := input[_]; c := input[_]}", NUMBERS),
        Row.of("count([1 | input[_] > 300; input[_]; input[_]; input[_]; input[_]])", NUMBERS),
        Row.of(
            "[1 | a := input[_]; b := input[_]; c := input[_]; d := input[_]; a + b + c + d < 0]",
            NUMBERS),
        Row.of(
            "[1 | every a in input { every b in input { every c in input { every d in input { a + b + c + d >= 0 } } } }]",
            NUMBERS),
        Row.of("[1 | walk(input, a); walk(input, b); walk(input, c); walk(input, d)]", NUMBERS),
        Row.of(
            "[[p, q, r] | walk(input, [p, _]); walk(input, [q, _]); walk(input, [r, _])]", NUMBERS),
        Row.of(
            "count([1 | some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a * b < 0])"),
        Row.of("[1 | not 1 in [2 | input[_]; input[_]; input[_]; input[_]; input[_]]]", NUMBERS),
        Row.module(
            "rules that multiply",
            () ->
                "x contains [a, b] if { some a in y; some b in y }\ny contains [a, b] if { some a in z; some b in z }\nz contains i if some i in numbers.range(1, 200)\n"),
        Row.module(
            "functions that double",
            () ->
                many(
                        60,
                        "",
                        i -> "f" + (i + 1) + "(a) := f" + i + "([a, 1]) + f" + i + "([a, 2])\n")
                    + "f0(a) := 1\nx := f60(1)\n"),
        Row.module(
            "rules in sets that grow",
            () ->
                many(
                        40,
                        "",
                        i ->
                            "s"
                                + (i + 1)
                                + " contains [a, b] if { some a in s"
                                + i
                                + "; some b in s"
                                + i
                                + " }\n")
                    + "s0 contains 1\ns0 contains 2\nx := count(s40)\n"));
  }

  private static List<Row> numbers() {
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

  private static List<Row> growth() {
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

  private static List<Row> patterns() {
    Supplier<String> as = () -> "\"" + "a".repeat(200_000) + "\"";
    List<Row> rows = new ArrayList<>();
    for (String expression :
        List.of(
            "regex.match(\"((((a{1,1000}){1,1000}){1,1000}){1,1000})b\", input)",
            "regex.match(\"(a{0,500}){0,500}b\", input)",
            "regex.match(\"(a*)*(a*)*(a*)*b\", input)",
            "regex.match(\"(.*a){15}b\", input)",
            "regex.find_all_string_submatch_n(\"(a)(a)?\", input, -1)",
            "regex.find_n(\"a\", input, -1)",
            "regex.find_n(\"\", input, -1)",
            "regex.find_n(\"a*b|a\", input, -1)",
            "regex.find_all_string_submatch_n(\"a*b|a\", input, -1)",
            "regex.split(\"a*b|a\", input)",
            "regex.replace(input, \"a*b|a\", \"xx\")",
            "regex.is_valid(input)",
            "regex.match(input, input)",
            "regex.globs_match(\"a.*a.*a.*a.*a.*b\", \"a.*a.*a.*a.*c\")",
            "regex.globs_match(input, input)",
            "regex.globs_match(\"[a-z]*[b-y]*[a-x]*[a-z]*\", \"[a-y]*[a-z]*[a-z]*q\")",
            "regex.template_match(input, input, \"{\", \"}\")",
            "regex.template_match(\"a{.*}b\", input, \"{\", \"}\")",
            "glob.match(\"a*a*a*a*a*a*a*a*a*a*b\", [], input)",
            "glob.match(\"**a**a**a**a**a**b\", [\".\"], input)",
            "glob.match(input, [], input)",
            "glob.quote_meta(input)",
            "replace(input, \"a\", input)",
            "strings.replace_n({\"a\": \"bbbbbbbbbbbbbbbbbbbbbbbbbbbb\"}, input)",
            "split(input, \"\")",
            "split(input, \"a\")",
            "indexof_n(input, \"a\")",
            "strings.any_prefix_match(split(input, \"\"), split(input, \"\"))",
            "concat(input, split(input, \"\"))",
            "strings.count(input, \"a\")",
            "trim(input, input)",
            "sprintf(input, [])",
            "base64.decode(input)",
            "hex.decode(input)",
            "json.unmarshal(input)",
            "yaml.unmarshal(input)",
            "urlquery.decode_object(input)",
            "semver.is_valid(input)",
            "time.parse_ns(input, input)",
            "time.parse_rfc3339_ns(input)",
            "time.parse_duration_ns(input)",
            "units.parse(input)",
            "to_number(input)",
            "net.cidr_contains(input, input)",
            "uuid.parse(input)",
            "io.jwt.decode(input)",
            "crypto.x509.parse_certificates(input)",
            "crypto.x509.parse_keypair(input, input)",
            "graphql.parse(input, input)",
            "rego.parse_module(\"a.rego\", input)",
            "strings.render_template(input, {})",
            "lower(upper(input))",
            "regex.match(concat(\"\", [\"a{1,\", \"1000}\"]), input)",
            "object.get({}, split(input, \"\"), 1)",
            "json.patch({}, [{\"op\": \"add\", \"path\": concat(\"/\", split(input, \"\")), \"value\": 1}])",
            "json.filter({}, [concat(\"/\", split(input, \"\"))])",
            "json.remove({\"a\": 1}, [concat(\"/\", split(input, \"\"))])")) {
      rows.add(Row.of(expression, as));
    }
    rows.add(
        Row.of(
            "braces in glob",
            () -> "glob.match(\"" + "{a,b}".repeat(50) + "\", [], \"" + "a".repeat(50) + "c\")",
            () -> "null"));
    rows.add(
        Row.of(
            "stars in braces",
            () ->
                "glob.match(\""
                    + "{a*,*a,b*}".repeat(50)
                    + "\", [], \""
                    + "a".repeat(5000)
                    + "c\")",
            () -> "null"));
    rows.add(
        Row.of(
            "deep braces",
            () -> "glob.match(\"" + "{a,".repeat(5000) + "b" + "}".repeat(5000) + "\", [], \"a\")",
            () -> "null"));
    rows.add(
        Row.of(
            "deep brackets in regex",
            () -> "regex.match(\"" + "(".repeat(5000) + "b" + ")".repeat(5000) + "\", \"a\")",
            () -> "null"));
    rows.add(
        Row.of(
            "deep repeats",
            () -> "regex.match(\"" + "(?:".repeat(900) + "b" + ")*".repeat(900) + "\", \"a\")",
            () -> "null"));
    rows.add(
        Row.of(
            "deep globs",
            () ->
                "regex.globs_match(\""
                    + "[a-z]+".repeat(2000)
                    + "\", \""
                    + "[a-y]+".repeat(2000)
                    + "\")",
            () -> "null"));
    rows.add(
        Row.of(
            "templates in templates",
            () ->
                "strings.render_template(\""
                    + "{{range .a}}".repeat(12)
                    + "x"
                    + "{{end}}".repeat(12)
                    + "\", {\"a\": ["
                    + "[".repeat(3)
                    + "1"
                    + "]".repeat(3)
                    + "]})",
            () -> "null"));
    rows.add(
        Row.of(
            "loops in templates",
            () ->
                "strings.render_template(\""
                    + "{{range $.a}}".repeat(12)
                    + "x"
                    + "{{end}}".repeat(12)
                    + "\", {\"a\": numbers.range(1, 300)})",
            () -> "null"));
    rows.add(
        Row.of(
            "silent loops in templates",
            () ->
                "strings.render_template(\""
                    + "{{range $.a}}".repeat(12)
                    + "{{end}}".repeat(12)
                    + "\", {\"a\": numbers.range(1, 300)})",
            () -> "null"));
    rows.add(
        Row.of(
            "deep templates",
            () ->
                "strings.render_template(\""
                    + "{{if 1}}".repeat(20_000)
                    + "{{end}}".repeat(20_000)
                    + "\", {})",
            () -> "null"));
    rows.add(
        Row.of(
            "a template of itself",
            () ->
                "strings.render_template(`{{define \"a\"}}{{template \"a\"}}{{end}}{{template \"a\"}}`, {})",
            () -> "null"));
    rows.add(
        Row.of(
            "a template of itself twice",
            () ->
                "strings.render_template(`{{define \"a\"}}{{template \"a\" .}}{{template \"a\" .}}{{end}}{{template \"a\" .}}`, {})",
            () -> "null"));
    rows.add(
        Row.of(
            "deep brackets in templates",
            () ->
                "strings.render_template(`{{"
                    + "(".repeat(20_000)
                    + "1"
                    + ")".repeat(20_000)
                    + "}}`, {})",
            () -> "null"));
    rows.add(
        Row.of(
            "wide printf in templates",
            () -> "strings.render_template(`{{printf \"%1000000000d\" 1}}`, {})",
            () -> "null"));
    return rows;
  }

  private static List<Row> network() {
    List<Row> rows = new ArrayList<>();
    for (String expression :
        List.of(
            "net.cidr_expand(\"0.0.0.0/0\")",
            "net.cidr_expand(\"::/0\")",
            "net.cidr_expand(\"10.0.0.0/8\")",
            "net.cidr_merge([c | i := numbers.range(0, 60000)[_]; c := sprintf(\"10.%d.%d.0/24\", [floor(i / 256) % 256, i % 256])])",
            "net.cidr_contains_matches([c | numbers.range(0, 10000)[_]; c := \"10.0.0.0/8\"], [c | numbers.range(0, 10000)[_]; c := \"10.0.0.0/8\"])",
            "net.cidr_is_valid(\"::/999999999999\")",
            "net.lookup_ip_addr(\"localhost\")",
            "graph.reachable_paths({i: {j | j := numbers.range(1, 40)[_]} | i := numbers.range(1, 40)[_]}, {1})",
            "graph.reachable({i: {j | j := numbers.range(1, 1500)[_]} | i := numbers.range(1, 1500)[_]}, {1})",
            "graph.reachable_paths({i: [i + 1] | i := numbers.range(1, 20000)[_]}, {1})",
            "graph.reachable({i: [i + 1] | i := numbers.range(1, 200000)[_]}, {1})",
            "crypto.x509.generate({})",
            "crypto.hmac.sha512(\"a\", \"\")",
            "http.send({\"url\": \"http://localhost\", \"method\": \"get\", \"timeout\": \"1e9h\"})")) {
      rows.add(Row.of(expression));
    }
    rows.add(
        Row.of(
            "deep graphql",
            () -> "graphql.parse_query(\"" + "{a".repeat(50_000) + "}".repeat(50_000) + "\")",
            () -> "null"));
    rows.add(
        Row.of(
            "deep graphql values",
            () -> "graphql.parse_query(\"{a(b:" + "[".repeat(50_000) + "]".repeat(50_000) + ")}\")",
            () -> "null"));
    rows.add(
        Row.of(
            "deep graphql types",
            () ->
                "graphql.parse_schema(\"type A { a: "
                    + "[".repeat(50_000)
                    + "A"
                    + "]".repeat(50_000)
                    + "}\")",
            () -> "null"));
    rows.add(
        Row.of(
            "wide graphql",
            () -> "graphql.is_valid(\"{" + "a ".repeat(3_000) + "}\", \"type Query { a: Int }\")",
            () -> "null"));
    rows.add(
        Row.of(
            "graphql fragments that double",
            () ->
                "graphql.is_valid(\"{...f0}"
                    + many(
                        40,
                        "",
                        i ->
                            " fragment f"
                                + i
                                + " on Query {a b: a ...f"
                                + (i + 1)
                                + " ...f"
                                + (i + 1)
                                + "}")
                    + " fragment f40 on Query {a}\", \"type Query { a: Int }\")",
            () -> "null"));
    rows.add(
        Row.of(
            "graphql fragments in a ring",
            () ->
                "graphql.is_valid(\"{...a} fragment a on Query {...b} fragment b on Query {...a}\", \"type Query { a: Int }\")",
            () -> "null"));
    rows.add(
        Row.of(
            "graphql fields that double",
            () ->
                "graphql.is_valid(\"{"
                    + "q{q{q{q{".repeat(5)
                    + "a"
                    + "}}}}".repeat(5)
                    + " "
                    + "q{q{q{q{".repeat(5)
                    + "a"
                    + "}}}}".repeat(5)
                    + " ...f} fragment f on Query {"
                    + "q{...on Query{q{...on Query{".repeat(5)
                    + "a"
                    + "}}}}".repeat(5)
                    + "}\", \"type Query { a: Int q: Query }\")",
            () -> "null"));
    rows.add(
        Row.of(
            "a key of a million bits",
            () ->
                "io.jwt.verify_rs256(\"eyJhbGciOiJSUzI1NiJ9.e30.AAAA\", json.marshal({\"kty\": \"RSA\", \"e\": \"AQAB\", \"n\": \""
                    + "_".repeat(170_000)
                    + "\"}))",
            () -> "null"));
    rows.add(
        Row.of(
            "an exponent of a million bits",
            () ->
                "io.jwt.verify_rs256(\"eyJhbGciOiJSUzI1NiJ9.e30."
                    + "B".repeat(2_000)
                    + "\", json.marshal({\"kty\": \"RSA\", \"e\": \""
                    + "_".repeat(170_000)
                    + "\", \"n\": \""
                    + "_".repeat(5_000)
                    + "\"}))",
            () -> "null"));
    rows.add(
        Row.of(
            "a token in tokens",
            () -> "io.jwt.decode(\"" + "eyJhbGciOiJub25lIiwiY3R5IjoiSldUIn0.".repeat(3_000) + "\")",
            () -> "null"));
    rows.add(
        Row.of(
            "a million yaml references",
            () ->
                "yaml.unmarshal(\""
                    + "a0: &a0 [1,1,1,1,1,1,1,1,1]\\n"
                    + many(
                        30,
                        "",
                        i ->
                            "a"
                                + (i + 1)
                                + ": &a"
                                + (i + 1)
                                + " ["
                                + ("*a" + i + ",").repeat(8)
                                + "*a"
                                + i
                                + "]\\n")
                    + "\")",
            () -> "null"));
    rows.add(
        Row.of(
            "deep yaml",
            () -> "yaml.unmarshal(\"" + "[".repeat(50_000) + "]".repeat(50_000) + "\")",
            () -> "null"));
    rows.add(
        Row.of(
            "deep yaml blocks",
            () -> "yaml.unmarshal(\"" + "- ".repeat(20_000) + "a\")",
            () -> "null"));
    rows.add(
        Row.of(
            "deep json",
            () -> "json.unmarshal(\"" + "[".repeat(50_000) + "]".repeat(50_000) + "\")",
            () -> "null"));
    rows.add(
        Row.of(
            "deep json objects",
            () ->
                "json.is_valid(\""
                    + "{\\\"a\\\":".repeat(50_000)
                    + "1"
                    + "}".repeat(50_000)
                    + "\")",
            () -> "null"));
    rows.add(
        Row.of(
            "deep policy",
            () ->
                "rego.parse_module(\"a.rego\", \"package a\\np := "
                    + "[".repeat(50_000)
                    + "]".repeat(50_000)
                    + "\")",
            () -> "null"));
    rows.add(
        Row.of(
            "invalid text",
            () ->
                "[base64.decode(\"/w==\"), hex.decode(\"ff\"), base64url.decode(\"_w\"), json.unmarshal(base64.decode(\"Iv8i\")), yaml.unmarshal(base64.decode(\"Iv8i\")), urlquery.decode(\"%ff\"), strings.reverse(hex.decode(\"ff61\")), count(hex.decode(\"ff61\")), upper(hex.decode(\"ff61\")), base64.encode(hex.decode(\"ff\")), json.marshal(hex.decode(\"ff\"))]",
            () -> "null"));
    return rows;
  }

  private static List<Row> schemas() {
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

  private static String colliding(int index) {
    var text = new StringBuilder();
    for (int bit = 0; bit < 17; bit++) {
      text.append((index >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  private static List<Row> collisions() {
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

  private static List<Row> modules() {
    List<Row> rows = new ArrayList<>();
    rows.add(
        Row.module(
            "rules in a row",
            () ->
                many(10_000, "", i -> "r" + (i + 1) + " := r" + i + "\n")
                    + "r0 := 1\nx := r10000\n"));
    rows.add(
        Row.module(
            "functions in a row",
            () ->
                many(10_000, "", i -> "f" + (i + 1) + "(a) := f" + i + "(a) + 1\n")
                    + "f0(a) := a\nx := f10000(1)\n"));
    rows.add(
        Row.module(
            "comprehensions in a row",
            () ->
                many(3_000, "", i -> "r" + (i + 1) + " := [a | a := r" + i + "[_]]\n")
                    + "r0 := [1]\nx := r3000\n"));
    rows.add(
        Row.module(
            "many elses",
            () ->
                "x := 0 if 1 == 2"
                    + many(100_000, "", i -> " else := " + i + " if 1 == 2")
                    + " else := 5\n"));
    rows.add(
        Row.module(
            "many rules of a name",
            () -> many(50_000, "", i -> "x := " + i + " if input == " + i + "\n")));
    rows.add(
        Row.module(
            "many rules", () -> many(100_000, "", i -> "r" + i + " := " + i + "\n") + "x := r5\n"));
    rows.add(
        Row.module(
            "many imports",
            () -> many(50_000, "", i -> "import data.a.b" + i + "\n") + "x := 5\n"));
    rows.add(
        new Row(
            "many modules",
            () ->
                IntStream.range(0, 3_000)
                    .mapToObj(i ->
                        "package p.q"
                            + i
                            + "\nimport data.p.q"
                            + (i + 1)
                            + "\nx := 1 if q"
                            + (i + 1)
                            + "\n")
                    .toList(),
            () -> "null"));
    rows.add(
        Row.module(
            "a long body",
            () -> "x if {\n" + many(50_000, "\n", i -> "a" + i + " := " + i) + "\n}\n"));
    rows.add(
        Row.module(
            "a long chain of unknowns",
            () ->
                "x if {\n"
                    + many(3_000, "\n", i -> "a" + i + " = a" + (i + 1))
                    + "\na3000 = 1\n}\n"));
    rows.add(
        Row.module(
            "a long chain backwards",
            () ->
                "x if {\n"
                    + many(3_000, "\n", i -> "a" + i + " = a" + (i + 1) + " + 1")
                    + "\na3000 = 1\n}\n"));
    rows.add(Row.module("a long line", () -> "x := \"" + "a".repeat(10_000_000) + "\"\n"));
    rows.add(
        Row.module(
            "a long comment",
            () -> "# METADATA\n# title: " + "a".repeat(10_000_000) + "\nx := 1\n"));
    rows.add(Row.module("a long array", () -> "x := [" + many(200_000, ",", i -> "" + i) + "]\n"));
    rows.add(
        Row.module(
            "a long array of unknowns",
            () -> "x := y if { input = z; y := [" + many(50_000, ",", i -> "z") + "] }\n"));
    rows.add(Row.module("a long set", () -> "x := {" + many(200_000, ",", i -> "" + i) + "}\n"));
    rows.add(
        Row.module(
            "a long object",
            () -> "x := {" + many(100_000, ",", i -> "\"k" + i + "\":" + i) + "}\n"));
    rows.add(Row.module("a long sum", () -> "x := 1" + " + 1".repeat(50_000) + "\n"));
    rows.add(Row.module("a long union", () -> "x := {1}" + " | {2}".repeat(5_000) + "\n"));
    rows.add(Row.module("a long reference", () -> "x := input" + ".a".repeat(50_000) + "\n"));
    rows.add(Row.module("a long package", () -> "y := 1\nx" + ".a".repeat(5_000) + " := 1\n"));
    rows.add(Row.module("deep values", () -> "x := " + "[".repeat(240) + "]".repeat(240) + "\n"));
    rows.add(
        Row.module(
            "deep calls", () -> "x := " + "abs(".repeat(240) + "1" + ")".repeat(240) + "\n"));
    rows.add(
        Row.module(
            "deep references",
            () -> "x := y if { y := " + "input[".repeat(240) + "1" + "]".repeat(240) + " }\n"));
    rows.add(
        Row.module(
            "deep comprehensions",
            () -> "x := " + "[1 | ".repeat(100) + "true" + "]".repeat(100) + "\n"));
    rows.add(
        Row.module(
            "deep comprehensions over unknowns",
            () -> "x := " + "[a | a := input[_]; b := ".repeat(60) + "1" + "]".repeat(60) + "\n"));
    rows.add(
        Row.module(
            "deep every",
            () -> "x if { " + "every a in [1, 2] { ".repeat(60) + "true" + "}".repeat(60) + "}\n"));
    rows.add(
        Row.module(
            "many withs",
            () ->
                "y := input\nx := y"
                    + many(5_000, "", i -> " with input.a" + i + " as " + i)
                    + "\n"));
    rows.add(
        Row.module(
            "withs of rules",
            () ->
                many(2_000, "", i -> "r" + (i + 1) + " := r" + i + " with input as " + i + "\n")
                    + "r0 := input\nx := r2000\n"));
    rows.add(
        Row.module(
            "withs of functions",
            () ->
                many(
                        1_000,
                        "",
                        i ->
                            "f"
                                + (i + 1)
                                + "(a) := f"
                                + i
                                + "(a) with data.p.g as f0 with count as 5\n")
                    + "g(a) := a\nf0(a) := g(a)\nx := f1000(1)\n"));
    rows.add(
        Row.module(
            "a function that replaces itself",
            () -> "f(a) := count(a)\nx := y if y := f([1]) with count as f\n"));
    rows.add(
        Row.module(
            "functions that replace each other",
            () ->
                "f(a) := count(a)\ng(a) := sum(a)\nx := y if y := f([1]) with count as g with sum as f\n"));
    rows.add(
        Row.module(
            "arguments",
            () ->
                "f("
                    + many(3_000, ",", i -> "a" + i)
                    + ") := a0\nx := f("
                    + many(3_000, ",", i -> "" + i)
                    + ")\n"));
    rows.add(
        Row.module(
            "heads of many keys",
            () -> many(20_000, "", i -> "y.a" + i + ".b := " + i + "\n") + "x := count(y)\n"));
    rows.add(
        Row.module(
            "conflicts",
            () ->
                many(2_000, "", i -> "y[a] := b if { some a in [1, 2]; b := " + i + " }\n")
                    + "x := y\n"));
    rows.add(
        Row.module(
            "many errors",
            () -> many(20_000, "", i -> "r" + i + " := unknown" + i + "(1)\n") + "x := 1\n"));
    rows.add(
        Row.module(
            "many unsafe",
            () -> "x if { " + many(5_000, "; ", i -> "a" + i + " > b" + i) + " }\n"));
    rows.add(
        Row.module(
            "many type errors",
            () -> many(20_000, "", i -> "r" + i + " := 1 + \"a\"\n") + "x := 1\n"));
    rows.add(Row.module("many templates", () -> "x := $\"" + "{input}".repeat(5_000) + "\"\n"));
    rows.add(
        Row.module(
            "templates that multiply",
            () -> "x := $\"" + many(40, "", _ -> "{{1, 2}[_]}") + "\"\n"));
    rows.add(
        Row.module(
            "types that multiply",
            () ->
                "x := y if { "
                    + many(
                        60,
                        "; ",
                        i ->
                            "a" + i + " := {\"a\": [1, \"x\", null][_], \"b\": [1, {\"c\": 1}][_]}")
                    + "; y := ["
                    + many(60, ",", i -> "a" + i)
                    + "][_][_] }\n"));
    rows.add(
        Row.module(
            "failures of functions",
            () -> "x := [1 | some i in numbers.range(1, 10000000); to_number(\"a\")]\n"));
    return rows;
  }

  private static List<Row> documents() {
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
