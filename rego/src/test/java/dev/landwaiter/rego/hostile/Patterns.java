package dev.landwaiter.rego.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Patterns and templates that explode.
final class Patterns {
  private Patterns() {}

  static List<Row> rows() {
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
}
