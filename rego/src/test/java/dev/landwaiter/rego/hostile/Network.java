package dev.landwaiter.rego.hostile;

import static dev.landwaiter.rego.hostile.Made.many;

import java.util.ArrayList;
import java.util.List;

/// Addresses, tokens, certificates and queries.
final class Network {
  private Network() {}

  static List<Row> rows() {
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
}
